package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.Step;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A turn whose model is away waits, and ends with the reason if it waits in vain. */
class PutOffTest {
    private static final Duration TEN = Duration.ofSeconds(10);

    private final Talk cafe = Talk.inACafe();
    private EventId hello;

    @BeforeEach
    void boMentionsAda() {
        hello = cafe.mention("hello @Ada");
        cafe.afterGathering();
    }

    @Test
    void eachStepSaysHowOftenItsTurnWasPutOff() {
        assertThat(cafe.step().putOff()).isEmpty();
        cafe.defers(cafe.step(), TEN);
        cafe.afterSeconds(10);
        assertThat(cafe.step().putOff()).contains(1);
        cafe.defers(cafe.step(), TEN);
        cafe.afterSeconds(10);
        assertThat(cafe.step().putOff()).contains(2);

        cafe.thinks(cafe.step(), "Hello Bo.");
        cafe.accepts(cafe.say());
        assertThat(cafe.outcomes(hello)).containsExactly("replied(mention)");
        assertThat(cafe.reactions()).isEmpty();
        cafe.mention("and now, @Ada?");
        cafe.afterGathering();
        assertThat(cafe.step().putOff()).isEmpty();
    }

    @Test
    void whoAskedSeesItTypeMeanwhile() {
        cafe.defers(cafe.step(), TEN);
        cafe.afterSeconds(5);

        assertThat(cafe.typing(ADA)).isTrue();
    }

    @Test
    void atTheDeadlineItIsTooLateForTheReasonOfTheLastTime() {
        cafe.defers(cafe.step(), TEN, "main broke off the connection");
        cafe.afterSeconds(10);
        cafe.defers(cafe.step(), TEN, "main cannot be reached");
        cafe.afterSeconds(10);
        cafe.afterSeconds(100);

        assertThat(cafe.outcomes(hello))
                .containsExactly("failed(too late: main cannot be reached)");
        assertThat(cafe.reactions()).hasSize(1);
    }

    @Test
    void whereNoTimeIsLeftToAskAgainItIsTooLateForTheReasonOfTheLastCall() {
        cafe.defers(cafe.step(), TEN, "main broke off the connection");
        cafe.afterSeconds(10);
        cafe.failsToThink(cafe.step(), FailureKind.TOO_LATE, "main cannot be reached");

        assertThat(cafe.outcomes(hello))
                .containsExactly("failed(too late: main cannot be reached)");
    }

    @Test
    void aReasonWithoutEndIsNotKeptInTheState() {
        cafe.defers(cafe.step(), TEN, "main ".repeat(500));
        cafe.afterSeconds(10);
        cafe.afterSeconds(120);

        assertThat(cafe.outcomes(hello).getFirst()).hasSizeLessThan(350);
    }

    @Test
    void anEditIsAskedAtOnceAndCountsAsPutOff() {
        Step.Think first = cafe.step();
        cafe.defers(first, TEN);
        cafe.edit(hello, "good bye @Ada", ADA);

        assertThat(cafe.steps()).hasSize(2);
        assertThat(cafe.step().putOff()).contains(1);
        cafe.afterSeconds(20);
        assertThat(cafe.steps()).hasSize(2);
    }

    @Test
    void whatIsDeletedMeanwhileIsNotAskedAgain() {
        cafe.defers(cafe.step(), TEN);
        cafe.delete(hello);
        cafe.afterSeconds(20);

        assertThat(cafe.steps()).hasSize(1);
        assertThat(cafe.outcomes(hello)).containsExactly("ignored(deleted)");
        assertThat(cafe.typing(ADA)).isFalse();
    }
}
