package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static dev.carrier.pipeline.Policies.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.Purpose;
import dev.carrier.contracts.Step;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a message calls, and who answers where nobody is called. */
class GateTest {
    private final Talk cafe = Talk.inACafe();

    private static Talk talk(Policies policies) {
        return Talk.in(Places.channel("7"), policies);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada, how are you?",
                "ada how are you",
                "how are you, ADA?",
                "good night ada 🌙",
                "**Ada** look",
                "ada"
            })
    void aNameAtTheEdgesCalls(String text) {
        cafe.hear(cafe.saying("bo", text));
        cafe.afterGathering();
        assertThat(cafe.step().reason()).isEqualTo("name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I saw Ada yesterday",
                "Adam, how are you?",
                "`ada`",
                "```\nada = 1\n``` is the code",
                "see the armada"
            })
    void aNameElsewhereOrInCodeDoesNot(String text) {
        EventId said = cafe.hear(cafe.saying("bo", text));
        cafe.afterGathering();
        assertThat(cafe.outcomes(said)).containsExactly("ignored(not addressed)");
    }

    @Test
    void namesCanCallAnywhereOrNever() {
        Talk anywhere = talk(Policies.defaults().names(Policy.Names.ANYWHERE));
        anywhere.hear(anywhere.saying("bo", "I saw Ada yesterday"));
        anywhere.afterGathering();
        assertThat(anywhere.steps()).hasSize(1);

        Talk never = talk(Policies.defaults().names(Policy.Names.NEVER));
        never.hear(never.saying("bo", "Ada?"));
        never.afterGathering();
        assertThat(never.steps()).isEmpty();
    }

    @Test
    void anotherCharacterWhoIsMentionedWinsOverAName() {
        EventId said =
                cafe.hear(
                        cafe.saying("bo", "Ada told me to ask @Bob")
                                .mentioning(BOB)
                                .heardBy(ADA, BOB));
        cafe.afterGathering();
        assertThat(cafe.steps()).extracting(Step.Think::account).containsExactly(BOB);
        assertThat(cafe.outcomes(said)).containsExactly("ignored(not addressed)");
        assertThat(cafe.typing(ADA)).isFalse();
    }

    @Test
    void aReplyToTheCharacterCalls() {
        cafe.mention("hi @Ada");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "Hi!");
        EventId own = cafe.accepts(cafe.say());
        cafe.hear(cafe.saying("cy", "why?").answering(own));
        cafe.afterGathering();
        assertThat(cafe.step().reason()).isEqualTo("reply");
    }

    @Test
    void whereOneAlwaysAnswersItIsOneOfThoseWhoHeard() {
        Set<String> speakers = new HashSet<>();
        for (int channel = 0; channel < 20; channel++) {
            Talk always =
                    Talk.in(
                            Places.channel("7" + channel),
                            Policies.defaults().answer(Policy.Answer.ALWAYS));
            Saying said = always.saying("bo", "hello all");
            always.hear(said.heardBy(BOB));
            always.hear(said.heardBy(ADA));
            EventId more = always.hear(always.saying("cy", "hello").heardBy(ADA, BOB));
            always.afterGathering();
            assertThat(always.steps()).hasSize(1);
            assertThat(always.step().reason()).isEqualTo("always");
            assertThat(always.step().triggers()).containsExactly(said.id(), more);
            var silent = always.step().account().equals(ADA) ? BOB : ADA;
            assertThat(always.outcomes(said.id(), silent))
                    .containsExactly("ignored(left to another)");
            speakers.add(always.step().account().value());
        }
        assertThat(speakers).containsExactlyInAnyOrder("ada", "bob");
    }

    @Test
    void whereOneAlwaysAnswersTheOtherSpeaksThoughAPausedOneHeardItFirst() {
        Talk always = talk(Policies.defaults().answer(Policy.Answer.ALWAYS).paused(ADA));
        Saying said = always.saying("bo", "hello all");
        always.hear(said.heardBy(ADA));
        always.hear(said.heardBy(BOB));
        always.afterGathering();
        assertThat(always.outcomes(said.id(), ADA)).containsExactly("ignored(paused)");
        assertThat(always.steps()).extracting(Step.Think::account).containsExactly(BOB);
    }

    @Test
    void whereOneAlwaysAnswersACopyThatComesLateOpensNoSecondTurn() {
        Talk always = talk(Policies.defaults().answer(Policy.Answer.ALWAYS));
        Saying said = always.saying("bo", "hello all");
        always.hear(said.heardBy(ADA));
        always.afterGathering();
        assertThat(always.steps()).hasSize(1);
        always.hear(said.heardBy(BOB));
        always.afterGathering();
        assertThat(always.steps()).hasSize(1);
        assertThat(always.outcomes(said.id(), BOB)).containsExactly("ignored(left to another)");
    }

    @Test
    void whereOneAlwaysAnswersWhoIsAddressedIsTheOnlyOneToSpeak() {
        Talk always = talk(Policies.defaults().answer(Policy.Answer.ALWAYS));
        EventId literally =
                always.hear(
                        always.saying("bo", "what about @Bob").mentioning(BOB).heardBy(ADA, BOB));
        always.afterGathering();
        assertThat(always.steps()).extracting(Step.Think::account).containsExactly(BOB);
        assertThat(always.outcomes(literally)).containsExactly("ignored(addressed to another)");
    }

    @Test
    void whereTheSmallModelIsAskedItDecides() {
        Talk ask = talk(Policies.defaults().answer(Policy.Answer.ASK).judge("small"));
        EventId first = ask.hear(ask.saying("bo", "does anybody know a good book?"));
        ask.afterGathering();
        assertThat(ask.step().purpose()).isEqualTo(Purpose.JUDGE);
        assertThat(ask.step().model()).isEqualTo("small");
        assertThat(ask.typing(ADA)).isFalse();

        ask.thinks(ask.step(), "RESPOND");
        assertThat(ask.step().purpose()).isEqualTo(Purpose.REPLY);
        assertThat(ask.step().model()).isEqualTo("main");
        assertThat(ask.steps().getFirst().turn()).isEqualTo(ask.step().turn());
        assertThat(ask.typing(ADA)).isTrue();
        ask.thinks(ask.step(), "I do!");
        assertThat(ask.say().replyTo()).isEmpty();
        ask.accepts(ask.say());
        assertThat(ask.outcomes(first)).containsExactly("replied(judged)");
    }

    @Test
    void theSmallModelMaySayThatItIsNotForTheCharacter() {
        Talk ask = talk(Policies.defaults().answer(Policy.Answer.ASK).judge("small"));
        EventId said = ask.hear(ask.saying("bo", "does anybody know?"));
        ask.afterGathering();
        ask.thinks(ask.step(), "IGNORE - not for her");
        assertThat(ask.outcomes(said)).containsExactly("ignored(judged: not for me)");

        EventId next = ask.hear(ask.saying("bo", "anybody?"));
        ask.afterGathering();
        ask.thinks(ask.step(), "I think that she should");
        assertThat(ask.outcomes(next)).containsExactly("ignored(judged: no verdict)");
    }

    @Test
    void aCharacterToldToStopIsSilentUntilItIsAddressed() {
        Talk ask = talk(Policies.defaults().answer(Policy.Answer.ASK).judge("small"));
        EventId stop = ask.hear(ask.saying("bo", "be quiet"));
        ask.afterGathering();
        ask.thinks(ask.step(), "STOP");
        assertThat(ask.outcomes(stop)).containsExactly("ignored(judged: stop)");

        EventId chat = ask.hear(ask.saying("bo", "anyway"));
        ask.afterGathering();
        assertThat(ask.outcomes(chat)).containsExactly("ignored(stopped)");
        assertThat(ask.steps()).hasSize(1);

        ask.mention("come back @Ada");
        ask.afterGathering();
        ask.thinks(ask.step(), "Here I am.");
        ask.accepts(ask.say());
        ask.hear(ask.saying("bo", "good"));
        ask.afterGathering();
        assertThat(ask.step().purpose()).isEqualTo(Purpose.JUDGE);
    }

    @Test
    void withoutASmallModelNobodyIsAsked() {
        Talk ask = talk(Policies.defaults().answer(Policy.Answer.ASK));
        EventId said = ask.hear(ask.saying("bo", "does anybody know?"));
        ask.afterGathering();
        assertThat(ask.outcomes(said)).containsExactly("ignored(not addressed)");
    }

    @Test
    void whereTheCharacterListensOrNeverAnswersItIsSilentEvenIfMentioned() {
        Talk listen = talk(Policies.defaults().answer(Policy.Answer.LISTEN));
        EventId heard = listen.mention("hi @Ada");
        listen.afterGathering();
        assertThat(listen.outcomes(heard)).containsExactly("ignored(listening)");
        assertThat(listen.window()).hasSize(1);

        Talk never = talk(Policies.defaults().answer(Policy.Answer.NEVER));
        EventId unheard = never.mention("hi @Ada");
        assertThat(never.outcomes(unheard)).containsExactly("ignored(not allowed here)");
        assertThat(never.window()).isEmpty();
    }

    @Test
    void theNarrowestRuleWinsFieldByField() {
        Policies policies =
                Policies.defaults()
                        .rule(rule("discord:guild:1", Policy.Answer.NEVER, "guild"))
                        .rule(rule("discord:category:5", Policy.Answer.LISTEN, "category"))
                        .rule(rule("discord:channel:7", Policy.Answer.MENTIONS, "channel"))
                        .rule(rule("discord:thread:8", Policy.Answer.ALWAYS, "thread"));
        Talk thread = Talk.in(Places.thread("8"), policies);
        thread.hear(thread.saying("bo", "hello"));
        thread.afterGathering();
        assertThat(thread.step().addendum()).contains("thread");
        assertThat(thread.step().model()).isEqualTo("special");

        Talk other = Talk.in(Places.thread("9"), policies);
        other.mention("hello @Ada");
        other.afterGathering();
        assertThat(other.step().addendum()).contains("channel");

        Talk channel = Talk.in(Places.channel("11"), policies);
        EventId said = channel.mention("hello @Ada");
        assertThat(channel.outcomes(said)).containsExactly("ignored(listening)");
    }

    private static Policy.Rule rule(String in, Policy.Answer answer, String prompt) {
        return new Policy.Rule(
                in,
                Optional.empty(),
                Optional.of(answer),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Duration.ofMinutes(1)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(prompt),
                prompt.equals("thread") ? Optional.of("special") : Optional.empty(),
                Optional.empty());
    }

    @Test
    void anAccountWithoutACharacterSaysNothing() {
        var stranger = new dev.carrier.contracts.AccountId("stranger");
        Saying said = cafe.saying("bo", "hello").mentioning(stranger).heardBy(stranger);
        cafe.hear(said);
        assertThat(cafe.outcomes(said.id(), stranger))
                .isEqualTo(List.of("ignored(not in the cast)"));
    }
}
