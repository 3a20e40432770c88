package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Author;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Policy.Dms;
import dev.carrier.contracts.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code /ask}: a turn of its own, answered where it was asked. */
class AskedTest {
    private static final Duration HALF = Duration.ofSeconds(30);

    private final Talk cafe = Talk.inACafe();

    private EventId ask(String text) {
        return cafe.use("bo", false, "ask", Map.of("text", text));
    }

    @Test
    void aQuestionIsThoughtAboutAtOnceAndItsAnswerGoesWhereItWasAsked() {
        EventId asked = ask("What do you grow?");
        assertThat(cafe.step().window())
                .extracting(Line::text)
                .containsExactly("What do you grow?");
        assertThat(cafe.step().triggers()).containsExactly(asked);
        assertThat(cafe.typing(ADA)).isFalse();

        cafe.thinks(cafe.step(), "Beans.");
        Response.Say say = cafe.say();
        assertThat(say.interaction()).isPresent();
        assertThat(say.replyTo()).isEmpty();
        cafe.accepts(say);

        assertThat(cafe.outcomes(asked)).containsExactly("replied(asked by command)");
        assertThat(cafe.window()).containsExactly("What do you grow?", "Beans.");
        assertThat(cafe.notices()).isEmpty();
    }

    @Test
    void onlyTheFirstPartIsTheAnswerAndTheRestFollowsInTheChannel() {
        ask("Tell me everything");
        cafe.thinks(cafe.step(), "Beans and more beans. ".repeat(150));

        assertThat(cafe.says()).hasSizeGreaterThan(1);
        assertThat(cafe.says().getFirst().interaction()).isPresent();
        assertThat(cafe.says().subList(1, cafe.says().size()))
                .allMatch(say -> say.interaction().isEmpty());
    }

    @Test
    void twoQuestionsHaveTwoAnswers() {
        EventId first = ask("one?");
        EventId second = cafe.use("cy", false, "ask", Map.of("text", "two?"));
        assertThat(cafe.steps()).hasSize(1);
        cafe.thinks(cafe.step(), "One.");
        cafe.accepts(cafe.say());
        cafe.afterGathering();
        assertThat(cafe.step().triggers()).containsExactly(second);
        cafe.thinks(cafe.step(), "Two.");
        cafe.accepts(cafe.say());

        assertThat(cafe.outcomes(first)).containsExactly("replied(asked by command)");
        assertThat(cafe.outcomes(second)).containsExactly("replied(asked by command)");
        assertThat(cafe.says())
                .extracting(say -> say.interaction().orElseThrow().sealed())
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsGatheredMeanwhileIsAnsweredAfterIt() {
        EventId hello = cafe.mention("@Ada hello");
        EventId asked = ask("and beans?");
        assertThat(cafe.step().triggers()).containsExactly(asked);
        cafe.thinks(cafe.step(), "Beans.");
        cafe.accepts(cafe.say());
        cafe.afterSeconds(3);
        assertThat(cafe.step().triggers()).containsExactly(hello);
        cafe.thinks(cafe.step(), "Hello Bo.");
        cafe.accepts(cafe.say());

        assertThat(cafe.outcomes(hello)).containsExactly("replied(mention)");
        assertThat(cafe.says()).extracting(Response.Say::turn).doesNotHaveDuplicates();
    }

    @Test
    void whoAsksAPausedCharacterIsToldAndNoModelIsAsked() {
        cafe.under(Policies.defaults().paused(ADA));
        EventId asked = ask("hello?");

        assertThat(cafe.outcomes(asked)).containsExactly("ignored(paused)");
        assertThat(cafe.notice().text()).contains("Ada is paused");
        assertThat(cafe.steps()).isEmpty();
    }

    @Test
    void aPauseWhileItThinksIsToldInPlaceOfTheAnswer() {
        EventId asked = ask("hello?");
        cafe.toldOf(Policies.defaults().paused(ADA));

        assertThat(cafe.outcomes(asked)).containsExactly("ignored(paused)");
        assertThat(cafe.notice().text()).contains("Ada is paused");
    }

    @Test
    void aFailureIsASignAndNoErrorText() {
        EventId asked = ask("hello?");
        cafe.failsToThink(cafe.step(), FailureKind.MODEL, "503 three times");

        assertThat(cafe.outcomes(asked)).containsExactly("failed(model: 503 three times)");
        assertThat(cafe.notice().text()).isEqualTo("⚠️");
        assertThat(cafe.reactions()).isEmpty();
    }

    @Test
    void aCharacterThatStaysSilentDoesNotLeaveWhoAskedWaiting() {
        EventId asked = ask("hello?");
        cafe.thinks(cafe.step(), "<silence>nothing to say</silence>");

        assertThat(cafe.outcomes(asked)).containsExactly("ignored(silent: nothing to say)");
        assertThat(cafe.notices()).hasSize(1);
    }

    @Test
    void nothingIsAskedOfAModelWithoutAQuestion() {
        assertThat(cafe.outcomes(ask("  "))).containsExactly("ignored(nothing asked)");
        assertThat(cafe.steps()).isEmpty();
    }

    @Test
    void aBotIsNeverAnsweredHoweverMuchItMay() {
        cafe.under(Policies.defaults().bots("all"));
        EventId asked = EventId.discordCommanded("77");
        cafe.use(
                asked,
                new Author(new PersonId("discord:user:b"), "B", AuthorKind.BOT, List.of()),
                "ask",
                Map.of("text", "hello?"),
                cafe.saying("b", "").mentioning(ADA).hearings());

        assertThat(cafe.outcomes(asked)).containsExactly("ignored(bot)");
        assertThat(cafe.notice().text()).contains("people only");
        assertThat(cafe.steps()).isEmpty();
    }

    @Test
    void whoWasJustAnsweredIsToldToWait() {
        cafe.under(Policies.defaults().cooldown(HALF, Duration.ZERO));
        ask("one?");
        cafe.thinks(cafe.step(), "One.");
        cafe.accepts(cafe.say());
        EventId soon = ask("two?");

        assertThat(cafe.outcomes(soon)).containsExactly("ignored(cooldown)");
        assertThat(cafe.notice().text()).contains("try again in a moment");
        assertThat(cafe.steps()).hasSize(1);
        EventId later = cafe.after(HALF).use("bo", false, "ask", Map.of("text", "three?"));
        assertThat(cafe.step().triggers()).containsExactly(later);
    }

    @Test
    void soIsWhoAskedAgainMeanwhileAndOthersAreAnswered() {
        cafe.under(Policies.defaults().cooldown(HALF, Duration.ZERO));
        ask("one?");
        EventId again = ask("two?");
        EventId other = cafe.use("cy", false, "ask", Map.of("text", "three?"));
        cafe.thinks(cafe.step(), "One.");
        cafe.accepts(cafe.say());
        cafe.afterGathering();

        assertThat(cafe.outcomes(again)).containsExactly("ignored(cooldown)");
        assertThat(cafe.notices()).hasSize(1);
        assertThat(cafe.reactions()).isEmpty();
        assertThat(cafe.step().triggers()).containsExactly(other);
    }

    @Test
    void whoIsNotLetInIsToldHowAndNoModelIsAsked() {
        Talk dm = Talk.in(Places.dm("7"), Policies.defaults().dms(Dms.PAIRING));
        EventId asked = dm.use("bo", false, "ask", Map.of("text", "hello?"));

        assertThat(dm.outcomes(asked)).containsExactly("ignored(pairing)");
        assertThat(dm.notice().text()).contains("does not know you yet");
        assertThat(dm.steps()).isEmpty();
    }

    @Test
    void whoIsOnTheListOfDmsIsAnswered() {
        Talk dm = Talk.in(Places.dm("7"), Policies.defaults().dms(Dms.NOBODY).listed("bo"));
        EventId other = dm.use("cy", false, "ask", Map.of("text", "hello?"));
        EventId asked = dm.use("bo", false, "ask", Map.of("text", "hello?"));

        assertThat(dm.outcomes(other)).containsExactly("ignored(not allowed here)");
        assertThat(dm.step().triggers()).containsExactly(asked);
    }

    @Test
    void whereSheMayNotSpeakNoModelIsAskedAndTheReasonIsForTheOperator() {
        String why = "may not write in #news: give it Send Messages";
        EventId asked = EventId.discordCommanded("77");
        cafe.use(
                asked,
                "bo",
                false,
                "ask",
                Map.of("text", "hello?"),
                cafe.saying("bo", "").barred(why).hearings());

        assertThat(cafe.outcomes(asked))
                .containsExactly("ignored(may not speak here: " + why + ")");
        assertThat(cafe.notice().text()).isEqualTo("Ada may not write here.");
        assertThat(cafe.steps()).isEmpty();
    }

    @Test
    void nothingCanBeSetOnACommandSoAnEmojiIsSaid() {
        ask("well done?");
        cafe.thinks(cafe.step(), "👍");

        assertThat(cafe.say().text()).isEqualTo("👍");
        assertThat(cafe.say().interaction()).isPresent();
        assertThat(cafe.reactions()).isEmpty();
    }

    @Test
    void whatWouldBeAFileIsSaidInWordsAndInNoThread() {
        cafe.under(Policies.defaults().thread());
        ask("show me");
        cafe.thinks(cafe.step(), "So:\n```python\n" + "print('beans')\n".repeat(200) + "```");

        assertThat(cafe.says()).hasSizeGreaterThan(1);
        assertThat(cafe.says())
                .allMatch(say -> say.files().isEmpty() && say.instead().isEmpty())
                .allMatch(say -> say.thread().isEmpty());
        assertThat(cafe.says().getFirst().interaction()).isPresent();
    }
}
