package dev.carrier.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.ContainerStatus;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.PostKind;
import dev.carrier.contracts.PublishStep;
import dev.carrier.contracts.PublishingQuota;
import dev.carrier.contracts.Remedy;
import dev.carrier.pipeline.state.Input;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A post goes out step by step; each step waits for the delivery of the one before it. */
class PublishingTest {
    private final Desktop desk = new Desktop();

    @Test
    void aPictureIsPreparedUploadedVerifiedAndPublished() {
        EventId order = desk.order("o1", PostKind.IMAGE, 1);

        assertThat(desk.stepsUntilIdle())
                .containsExactly(
                        "PREPARE",
                        "UPLOAD",
                        "VERIFY",
                        "QUOTA",
                        "CREATE",
                        "POLL",
                        "PUBLISH",
                        "PERMALINK",
                        "CLEAN_UP");
        assertThat(desk.talk.outcomes(order))
                .containsExactly("replied(published https://www.instagram.com/p/x/)");
        assertThat(new String(desk.talk.conversation().bytes(), UTF_8)).doesNotContain("At work.");
    }

    @Test
    void ofACarouselEachItemGetsItsContainerBeforeTheWholeDoes() {
        desk.order("o1", PostKind.CAROUSEL, 3);

        assertThat(desk.stepsUntilIdle())
                .containsExactly(
                        "PREPARE",
                        "UPLOAD",
                        "VERIFY",
                        "QUOTA",
                        "CREATE 0",
                        "CREATE 1",
                        "CREATE 2",
                        "POLL",
                        "CREATE",
                        "POLL",
                        "PUBLISH",
                        "PERMALINK",
                        "CLEAN_UP");
    }

    @Test
    void whatIsNotReadyIsLookedAtAgainMoreAndMoreRarely() {
        desk.order("o1", PostKind.IMAGE, 1);
        desk.until(PublishStep.POLL);

        desk.polled(ContainerStatus.IN_PROGRESS);
        assertThat(desk.idle()).isTrue();
        desk.talk.after(Duration.ofSeconds(1));
        desk.polled(ContainerStatus.IN_PROGRESS);
        desk.talk.after(Duration.ofSeconds(1));
        assertThat(desk.idle()).isTrue();
        desk.talk.after(Duration.ofSeconds(1));
        desk.polled(ContainerStatus.FINISHED);

        assertThat(desk.step()).isEqualTo(PublishStep.PUBLISH);
    }

    @Test
    void aContainerThatFailedIsMadeAnewTwiceAndNoMore() {
        EventId order = desk.order("o1", PostKind.IMAGE, 1);
        for (int made = 0; made < 3; made++) {
            desk.until(PublishStep.POLL);
            desk.polled(made == 1 ? ContainerStatus.EXPIRED : ContainerStatus.ERROR);
            desk.talk.after(Duration.ofMinutes(5));
        }

        assertThat(desk.talk.outcomes(order))
                .containsExactly("failed(refused: Instagram could not process it)");
        assertThat(desk.step()).isEqualTo(PublishStep.CLEAN_UP);
    }

    @Test
    void aFullQuotaHoldsThePostAndIsAskedForAgain() {
        EventId order = desk.order("o1", PostKind.IMAGE, 1);
        desk.until(PublishStep.QUOTA);

        desk.quota(new PublishingQuota(50, 50, 86_400));
        assertThat(desk.idle()).isTrue();
        assertThat(desk.talk.last().reason()).contains("50 of 50 posts of a day are published");
        desk.talk.after(Duration.ofHours(1));
        assertThat(desk.step()).isEqualTo(PublishStep.QUOTA);
        desk.quota(new PublishingQuota(49, 50, 86_400));
        desk.stepsUntilIdle();

        assertThat(desk.talk.outcomes(order).getFirst()).startsWith("replied(published ");
    }

    @Test
    void fourHundredContainersADayAreNotExceeded() {
        for (int post = 0; post < 36; post++) {
            desk.order("o" + post, PostKind.CAROUSEL, 10);
            desk.stepsUntilIdle();
        }
        EventId one = desk.order("last", PostKind.CAROUSEL, 10);

        assertThat(desk.stepsUntilIdle()).endsWith("QUOTA");
        assertThat(desk.talk.last().reason()).contains("396 of 400 containers");
        assertThat(desk.talk.outcomes(one)).isEmpty();
        desk.talk.after(Duration.ofHours(26));
        desk.stepsUntilIdle();
        assertThat(desk.talk.outcomes(one).getFirst()).startsWith("replied(published ");
    }

    @Test
    void whatPassesByItselfIsTriedAgainAfterAPause() {
        EventId order = desk.order("o1", PostKind.IMAGE, 1);
        desk.until(PublishStep.UPLOAD);

        for (int tries = 0; tries < 7; tries++) {
            desk.failed(Remedy.AGAIN, "the connection was cut");
            assertThat(desk.idle()).isTrue();
            desk.talk.after(Duration.ofMinutes(5));
            assertThat(desk.step()).isEqualTo(PublishStep.UPLOAD);
        }
        desk.failed(Remedy.AGAIN, "the connection was cut");

        assertThat(desk.talk.outcomes(order))
                .containsExactly("failed(refused: the connection was cut)");
    }

    @Test
    void whatIsNotReadyAfterAllIsPolledBeforeItIsPublishedAgain() {
        desk.order("o1", PostKind.IMAGE, 1);
        desk.until(PublishStep.PUBLISH);

        desk.failed(Remedy.WAIT, "not ready (9007/2207027)");
        desk.talk.after(Duration.ofMinutes(1));

        assertThat(desk.step()).isEqualTo(PublishStep.POLL);
    }

    @Test
    void whatWillNeverBeTakenEndsAtOnceAndLeavesNothingBehind() {
        EventId order = desk.order("o1", PostKind.IMAGE, 1);
        desk.until(PublishStep.CREATE);

        desk.failed(Remedy.DEAD_LETTER, "its ratio is not taken (36003/2207009)");

        assertThat(desk.talk.outcomes(order))
                .containsExactly("failed(refused: its ratio is not taken (36003/2207009))");
        assertThat(desk.step()).isEqualTo(PublishStep.CLEAN_UP);
    }

    @Test
    void aPostIsOutThoughNobodyKnowsItsAddress() {
        EventId order = desk.order("o1", PostKind.IMAGE, 1);
        desk.until(PublishStep.PERMALINK);

        for (int tries = 0; tries < 3; tries++) {
            desk.failed(Remedy.DEAD_LETTER, "no such object (100/33)");
            desk.talk.after(Duration.ofMinutes(5));
        }

        assertThat(desk.talk.outcomes(order)).containsExactly("replied(published as 180)");
    }

    @Test
    void postsGoOutOneAfterTheOtherAndWhatIsForLaterWaits() {
        EventId later = desk.orderFor("later", desk.talk.now().plus(Duration.ofHours(3)));
        EventId first = desk.order("o1", PostKind.IMAGE, 1);
        EventId second = desk.order("o2", PostKind.IMAGE, 1);
        desk.stepsUntilIdle();

        assertThat(desk.talk.outcomes(first)).hasSize(1);
        assertThat(desk.talk.outcomes(second)).hasSize(1);
        assertThat(desk.talk.outcomes(later)).isEmpty();
        desk.talk.after(Duration.ofHours(3));
        desk.stepsUntilIdle();
        assertThat(desk.talk.outcomes(later)).hasSize(1);
    }

    @Test
    void ofAStepOfWhichNoWordComesAnotherIsAsked() {
        desk.order("o1", PostKind.IMAGE, 1);
        desk.until(PublishStep.PUBLISH);
        var lost = desk.pending();

        desk.talk.after(Duration.ofMinutes(26));

        assertThat(desk.step()).isEqualTo(PublishStep.PUBLISH);
        assertThat(desk.pending().id()).isNotEqualTo(lost.id());
        assertThat(desk.pending().progress()).isEqualTo(lost.progress());
    }

    @Test
    void anOrderThatCannotBeAPostIsRefusedWithASentence() {
        EventId order = desk.order("o1", PostKind.CAROUSEL, 1);

        assertThat(desk.talk.outcomes(order))
                .containsExactly("failed(a carousel has 2 to 10 items, not 1)");
    }

    @Test
    void theSameOrderIsPublishedOnce() {
        Event.PostOrdered order = desk.ordered("o1", PostKind.IMAGE, 1);
        desk.talk.give(new Input.Heard(order));
        desk.stepsUntilIdle();
        desk.talk.give(new Input.Heard(order));

        assertThat(desk.stepsUntilIdle()).isEmpty();
        assertThat(desk.talk.outcomes(order.id())).hasSize(1);
    }
}
