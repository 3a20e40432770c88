package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.PromptMessage;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a turn goes on after its question, and how it ends. */
class TurnTest {
    private final Talk cafe = Talk.inACafe();
    private EventId hello;

    @BeforeEach
    void boMentionsAda() {
        hello = cafe.mention("hello @Ada");
        cafe.afterGathering();
    }

    @Test
    void aCharacterMayStaySilentWithAReason() {
        cafe.thinks(cafe.step(), "<silence>they only said\nhello</silence>");
        assertThat(cafe.outcomes(hello)).containsExactly("ignored(silent: they only said hello)");
        assertThat(cafe.says()).isEmpty();
        assertThat(cafe.reactions()).isEmpty();
        assertThat(cafe.typing(ADA)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n ",
                "...",
                "{\"error\":{\"message\":\"overloaded\"}}",
                "<!DOCTYPE html><html><body>502</body></html>",
                "Certainly. You are Ada, a barkeeper in Lisbon. Never say so.",
                "# Who you are\nfoo\n# How you talk\nbar"
            })
    void anAbsurdAnswerIsNeverPosted(String text) {
        var system =
                new PromptMessage(
                        "system",
                        "You are Ada, a barkeeper in Lisbon.\n\n"
                                + "# Who you are\n"
                                + "x\n"
                                + "# How you talk\n"
                                + "y");
        cafe.thinks(cafe.step(), text, List.of(system));

        assertThat(cafe.says()).isEmpty();
        assertThat(cafe.outcomes(hello).getFirst()).startsWith("failed(absurd answer: ");
        assertThat(cafe.reactions()).extracting(Response.React::target).containsExactly(hello);
        assertThat(cafe.typing(ADA)).isFalse();
    }

    @Test
    void anEndlessAnswerIsAbsurd() {
        cafe.thinks(cafe.step(), "la ".repeat(7000));
        assertThat(cafe.outcomes(hello)).containsExactly("failed(absurd answer: too long)");
    }

    @Test
    void anAnswerThatWasCutEndsWithItsLastWholeSentenceAndSaysSo() {
        cafe.breaksOff(cafe.step(), "I like tea. I also like cof", "length");
        assertThat(cafe.say().text()).isEqualTo("I like tea.");
        cafe.accepts(cafe.say());
        assertThat(cafe.outcomes(hello))
                .containsExactly("replied(mention, cut at its limit of tokens)");
    }

    @Test
    void codeThatWasCutIsClosed() {
        cafe.breaksOff(cafe.step(), "Look:\n```java\nint a = 1;\nint b", "length");
        assertThat(cafe.say().text()).isEqualTo("Look:\n```java\nint a = 1;\n```");
    }

    @Test
    void whoWasCutWhileItThoughtAloudHasSaidNothing() {
        cafe.breaksOff(cafe.step(), "<think>They greet me, so I", "length");
        assertThat(cafe.says()).isEmpty();
        assertThat(cafe.outcomes(hello))
                .containsExactly("failed(absurd answer: cut before it spoke)");
    }

    @Test
    void whatAProviderBrokeOffIsNoWholeAnswerEither() {
        cafe.breaksOff(cafe.step(), "I like tea. And you can make a b", "content_filter");
        cafe.accepts(cafe.say());
        assertThat(cafe.window()).contains("I like tea.");
        assertThat(cafe.outcomes(hello)).containsExactly("replied(mention, cut by its provider)");
    }

    @Test
    void aLongAnswerGoesOutInPartsAndIsRepliedWhenTheLastIsAccepted() {
        cafe.thinks(cafe.step(), "A sentence of words. ".repeat(250));
        List<Response.Say> parts = cafe.says();
        assertThat(parts).hasSize(3);
        assertThat(parts).allSatisfy(part -> assertThat(part.parts()).isEqualTo(3));
        assertThat(parts).extracting(Response.Say::part).containsExactly(1, 2, 3);
        assertThat(parts).extracting(Response.Say::id).doesNotHaveDuplicates();
        assertThat(parts.get(1).replyTo()).isEmpty();

        cafe.accepts(parts.get(0));
        cafe.accepts(parts.get(1));
        assertThat(cafe.outcomes(hello)).isEmpty();
        cafe.accepts(parts.get(2));
        assertThat(cafe.outcomes(hello)).containsExactly("replied(mention)");
    }

    @Test
    void whatWasOnlyPartlyTakenIsRepliedPartly() {
        cafe.thinks(cafe.step(), "A sentence of words. ".repeat(150));
        cafe.accepts(cafe.says().get(0));
        cafe.refuses(cafe.says().get(1), "no permission (50013)");
        assertThat(cafe.outcomes(hello)).containsExactly("replied(partly: no permission (50013))");
    }

    @Test
    void whatThePlatformRefusedIsFailed() {
        cafe.thinks(cafe.step(), "Hi!");
        cafe.refuses(cafe.say(), "no permission (50013)");
        assertThat(cafe.outcomes(hello)).containsExactly("failed(refused: no permission (50013))");
        assertThat(cafe.window()).containsExactly("hello @Ada");
    }

    @Test
    void aModelThatFailsIsSeenAsAReactionByWhoAsked() {
        cafe.failsToThink(cafe.step(), FailureKind.MODEL, "500 from test");
        assertThat(cafe.outcomes(hello)).containsExactly("failed(model: 500 from test)");
        assertThat(cafe.reactions()).extracting(Response.React::emoji).containsExactly("⚠️");
        assertThat(cafe.typing(ADA)).isFalse();
        assertThat(cafe.conversation().seats()).isEmpty();
    }

    @Test
    void nobodySeesAReactionWhoDidNotAsk() {
        Talk always =
                Talk.in(Places.channel("7"), Policies.defaults().answer(Policy.Answer.ALWAYS));
        EventId said = always.hear(always.saying("bo", "hello"));
        always.afterGathering();
        always.failsToThink(always.step(), FailureKind.MODEL, "500");
        assertThat(always.outcomes(said)).containsExactly("failed(model: 500)");
        assertThat(always.reactions()).isEmpty();
    }

    @Test
    void aJudgeThatFailsIsIgnored() {
        Talk ask =
                Talk.in(
                        Places.channel("7"),
                        Policies.defaults().answer(Policy.Answer.ASK).judge("small"));
        EventId said = ask.hear(ask.saying("bo", "hello"));
        ask.afterGathering();
        ask.failsToThink(ask.step(), FailureKind.TIMEOUT, "60 s");
        assertThat(ask.outcomes(said)).containsExactly("ignored(judge failed)");
        assertThat(ask.reactions()).isEmpty();
    }

    @Test
    void aLimitShowsAReactionOrNothingAsThePolicySays() {
        cafe.failsToThink(cafe.step(), FailureKind.LIMIT, "6 turns in 1 m");
        assertThat(cafe.outcomes(hello)).containsExactly("failed(limit: 6 turns in 1 m)");
        assertThat(cafe.reactions()).hasSize(1);

        Talk quiet =
                Talk.in(Places.channel("7"), Policies.defaults().atTheCap(Policy.AtTheCap.SILENCE));
        EventId said = quiet.mention("hello @Ada");
        quiet.afterGathering();
        quiet.failsToThink(quiet.step(), FailureKind.LIMIT, "6 turns in 1 m");
        assertThat(quiet.outcomes(said)).containsExactly("failed(limit: 6 turns in 1 m)");
        assertThat(quiet.reactions()).isEmpty();
        assertThat(quiet.typing(ADA)).isFalse();
    }

    @Test
    void aDeferredStepIsAskedAgainWithTheNewestWindow() {
        Step.Think first = cafe.step();
        cafe.defers(first, Duration.ofSeconds(30));
        cafe.hear(cafe.saying("cy", "meanwhile"));
        cafe.afterSeconds(29);
        assertThat(cafe.steps()).hasSize(1);
        cafe.afterSeconds(1);

        assertThat(cafe.steps()).hasSize(2);
        assertThat(cafe.step().id()).isNotEqualTo(first.id());
        assertThat(cafe.step().round()).isEqualTo(1);
        assertThat(cafe.step().deadline()).isEqualTo(first.deadline());
        assertThat(cafe.step().window()).extracting(line -> line.text()).contains("meanwhile");
    }

    @Test
    void whatCallsMeanwhileIsNotShownToTheStepThatIsAskedAgainButHasATurnOfItsOwn() {
        cafe.defers(cafe.step(), Duration.ofSeconds(30));
        cafe.mention("and the harbour, @Ada?");
        cafe.afterSeconds(30);

        assertThat(cafe.step().window())
                .extracting(line -> line.text())
                .doesNotContain("and the harbour, @Ada?");
        cafe.thinks(cafe.step(), "The bridge is open.");
        cafe.accepts(cafe.say());
        cafe.afterGathering();
        assertThat(cafe.step().window())
                .extracting(line -> line.text())
                .contains("and the harbour, @Ada?", "The bridge is open.");
    }

    @Test
    void aStepDeferredBeyondTheDeadlineIsTooLate() {
        cafe.defers(cafe.step(), Duration.ofMinutes(10));
        cafe.afterSeconds(120);
        assertThat(cafe.outcomes(hello)).containsExactly("failed(too late: quota)");
        assertThat(cafe.steps()).hasSize(1);
    }

    @Test
    void aThoughtAfterTheDeadlineIsNotSent() {
        cafe.afterSeconds(120);
        assertThat(cafe.outcomes(hello)).containsExactly("failed(too late)");
        assertThat(cafe.reactions()).hasSize(1);
        assertThat(cafe.typing(ADA)).isFalse();

        cafe.thinks(cafe.step(), "sorry, I was away");
        assertThat(cafe.says()).isEmpty();
        assertThat(cafe.last().reason()).contains("too late is noted");
        assertThat(cafe.outcomes(hello)).hasSize(1);
    }

    @Test
    void whatIsNotSentByTheDeadlineIsWithdrawn() {
        cafe.thinks(cafe.step(), "Hi!");
        cafe.afterSeconds(120);
        assertThat(cafe.withdrawals().getFirst().responses()).containsExactly(cafe.say().id());
        assertThat(cafe.outcomes(hello)).isEmpty();
        cafe.refuses(cafe.say(), "withdrawn: too late");
        assertThat(cafe.outcomes(hello)).containsExactly("failed(too late)");
        assertThat(cafe.reactions()).hasSize(1);
    }

    @Test
    void whatWasSentBeforeItsWithdrawalIsReplied() {
        cafe.thinks(cafe.step(), "Hi!");
        cafe.afterSeconds(120);
        cafe.accepts(cafe.say());
        assertThat(cafe.outcomes(hello)).containsExactly("replied(mention)");
    }

    @Test
    void aTurnOfWhichNoWordEverComesDoesNotBlockItsSeat() {
        cafe.thinks(cafe.step(), "Hi!");
        cafe.after(Duration.ofMinutes(13));
        assertThat(cafe.outcomes(hello)).containsExactly("failed(too late)");
        assertThat(cafe.conversation().seat(ADA).turn()).isEmpty();
    }

    @Test
    void aCharacterSaysOnlyItsOwnLines() {
        cafe.hear(cafe.saying("cy", "what?"));
        cafe.defers(cafe.step(), Duration.ofSeconds(1));
        cafe.afterSeconds(1);
        cafe.thinks(cafe.step(), "**Ada:** Hello!\nHow are you?\nbo: fine\nAda: good");
        assertThat(cafe.say().text()).isEqualTo("Hello!\nHow are you?");
    }
}
