package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.Memory;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Step;
import dev.carrier.pipeline.state.Input;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Commands that no model answers. */
class CommandTest {
    private static final Map<String, String> NOTHING = Map.of();

    private final Talk cafe = Talk.inACafe();

    private Step.Call call() {
        return cafe.all(Step.Call.class).getLast();
    }

    @Test
    void aManagerPausesAndIsToldWhenItIsDone() {
        EventId pause = cafe.use("mo", true, "pause", NOTHING);
        assertThat(call().tool()).isEqualTo("pause");
        assertThat(call().account()).isEqualTo(ADA);
        assertThat(cafe.outcomes(pause)).isEmpty();

        cafe.returns(call(), "Ada is paused.");
        assertThat(cafe.notice().text()).isEqualTo("Ada is paused.");
        assertThat(cafe.notice().interaction().sealed()).isEqualTo("sealed-" + pause.message());
        cafe.accepts(cafe.notice());

        assertThat(cafe.outcomes(pause)).containsExactly("replied(pause)");
        assertThat(cafe.conversation().commands()).isEmpty();
        assertThat(cafe.steps()).isEmpty();
    }

    @Test
    void whoMayNotManageIsToldSoAndNothingIsDone() {
        for (String command : List.of("pause", "resume", "why")) {
            EventId used = cafe.use("bo", false, command, NOTHING);
            assertThat(cafe.outcomes(used)).containsExactly("ignored(not permitted)");
            assertThat(cafe.notice().text()).contains("Manage Server", "/" + command);
        }
        assertThat(cafe.all(Step.Call.class)).isEmpty();
    }

    @Test
    void whoManagesAServerOfSomebodyElseDoesNotPauseForAllOthers() {
        cafe.under(Policies.defaults().guilds("all"));
        EventId id = EventId.discordCommanded("5000");
        cafe.use(id, "mo", true, "pause", NOTHING, cafe.saying("mo", "").notOwned().hearings());

        assertThat(cafe.outcomes(id)).containsExactly("ignored(not permitted)");
        assertThat(cafe.all(Step.Call.class)).isEmpty();
    }

    @Test
    void aPausedCharacterIsStillResumedAndKeepsItsOtherCommands() {
        cafe.under(Policies.defaults().paused(ADA));

        cafe.use("mo", true, "resume", NOTHING);

        assertThat(call().tool()).isEqualTo("resume");
    }

    @Test
    void aPauseWorksWhileTheCharacterThinksAndEndsThat() {
        EventId hello = cafe.mention("@Ada hello");
        cafe.afterGathering();
        cafe.use("mo", true, "pause", NOTHING);
        cafe.toldOf(Policies.defaults().paused(ADA));
        cafe.returns(call(), "done");
        cafe.accepts(cafe.notice());

        assertThat(cafe.outcomes(hello)).containsExactly("ignored(paused)");
        assertThat(cafe.says()).isEmpty();
    }

    @Test
    void theSameUseHeardTwiceIsDoneOnce() {
        EventId id = EventId.discordCommanded("5000");
        var heard = cafe.saying("mo", "").hearings();
        cafe.use(id, "mo", true, "pause", NOTHING, heard);
        cafe.use(id, "mo", true, "pause", NOTHING, heard);

        assertThat(cafe.all(Step.Call.class)).hasSize(1);
    }

    @Test
    void aToolThatFailsIsSaidPlainlyAndItsReasonIsForTheOperator() {
        EventId why = cafe.use("mo", true, "why", Map.of("message", "https://x/1/2/1234567890123"));
        assertThat(call().arguments().path("message").asString()).isEqualTo("1234567890123");
        cafe.give(
                new Input.Failed(
                        new Result.Failed(
                                call().id(),
                                call().turn(),
                                call().in().conversation(),
                                ADA,
                                FailureKind.BUG,
                                "Kafka is away",
                                cafe.now(),
                                1,
                                0)));
        assertThat(cafe.notice().text()).doesNotContain("Kafka");
        cafe.accepts(cafe.notice());

        assertThat(cafe.outcomes(why)).containsExactly("failed(why: Kafka is away)");
    }

    @Test
    void anAnswerThatDiscordDoesNotTakeAnyMoreIsAnOutcomeToo() {
        EventId id = cafe.use("bo", false, "characters", NOTHING);
        cafe.refuses(cafe.notice(), "interaction expired");

        assertThat(cafe.outcomes(id)).containsExactly("failed(refused: interaction expired)");
    }

    @Test
    void aCommandOfWhichNoWordComesEnds() {
        EventId id = cafe.use("mo", true, "pause", NOTHING);
        cafe.after(Duration.ofHours(1));

        assertThat(cafe.outcomes(id)).containsExactly("failed(no word)");
    }

    @Test
    void whoWantsToBeForgottenConfirmsAndIsForgotten() {
        cafe.mention("@Ada I live in Delft");
        cafe.afterGathering();
        cafe.hear(cafe.saying("cy", "I do not"));
        EventId asked = cafe.use("bo", false, "forget-me", Map.of("confirm", "false"));
        assertThat(cafe.all(Memory.Forget.class)).isEmpty();
        assertThat(cafe.notice().text()).contains("confirm");
        cafe.accepts(cafe.notice());
        assertThat(cafe.outcomes(asked)).containsExactly("ignored(not confirmed)");

        EventId sure = cafe.use("bo", false, "forget-me", Map.of("confirm", "true"));
        cafe.accepts(cafe.notice());

        assertThat(cafe.all(Memory.Forget.class))
                .singleElement()
                .satisfies(one -> assertThat(one.person().value()).isEqualTo("discord:user:bo"));
        assertThat(cafe.window()).containsExactly("I do not");
        assertThat(cafe.outcomes(sure)).containsExactly("replied(forget-me)");
    }

    @Test
    void whoIsHereIsToldWithWhoIsPaused() {
        cafe.under(Policies.defaults().paused(Policies.BOB));
        cafe.hear(cafe.saying("cy", "hi").heardBy(ADA, Policies.BOB));
        EventId id = cafe.use("bo", false, "characters", NOTHING);
        assertThat(cafe.notice().text()).isEqualTo("Here:\n- Ada\n- Bob, paused");
        cafe.accepts(cafe.notice());

        assertThat(cafe.outcomes(id)).containsExactly("replied(characters)");
    }

    @Test
    void whereTheCharacterMayNotAnswerItsCommandsSaySo() {
        cafe.under(Policies.defaults().guilds("99"));
        EventId id = EventId.discordCommanded("5000");
        cafe.use(id, "bo", true, "characters", NOTHING, cafe.saying("bo", "").hearings());

        assertThat(cafe.outcomes(id)).containsExactly("ignored(not allowed here)");
        assertThat(cafe.notice().text()).isEqualTo("Ada does not answer here.");
    }

    @Test
    void anAddressIsNeverShown() {
        cafe.use("mo", true, "pause", NOTHING);

        assertThat(cafe.conversation().toString()).doesNotContain("sealed-");
    }
}
