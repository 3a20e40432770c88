package dev.carrier.cli.instagram;

import static dev.carrier.cli.instagram.Happened.done;
import static dev.carrier.cli.instagram.Happened.entry;
import static dev.carrier.cli.instagram.Happened.failed;
import static dev.carrier.cli.instagram.Happened.order;
import static dev.carrier.cli.instagram.Happened.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.ContainerStatus;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.PublishStep;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an operator reads of an order while it is done. */
class StoryTest {
    private static final EventId MINE = order("mine");
    private static final EventId OTHER = order("other");

    private final Story story = new Story(MINE, Happened.ADA, Happened.IN, 1, ZoneOffset.UTC);
    private final List<String> read = new ArrayList<>();

    @Test
    void eachStepIsToldWithWhatCameOfIt() {
        story.recorded(Happened.HERE);
        tells(entry("ada-ig: to be published; ada-ig: prepare"));
        for (PublishStep step :
                List.of(PublishStep.PREPARE, PublishStep.UPLOAD, PublishStep.VERIFY)) {
            tells(done(MINE, step));
        }
        tells(done(MINE, PublishStep.PERMALINK));

        assertThat(read)
                .containsExactly(
                        "order      taken",
                        "prepare    image/jpeg 1080 x 1350, 1.24 MB",
                        "upload     1.24 MB put where Instagram can fetch it",
                        "verify     https://media.example/aa.jpg can be fetched",
                        "permalink  https://www.instagram.com/p/x/");
    }

    @Test
    void thatInstagramStillWorksOnItIsToldOnce() {
        tells(done(MINE, PublishStep.POLL, Optional.of(ContainerStatus.IN_PROGRESS)));
        tells(entry("ada-ig: waits until 2026-11-23T10:00:02Z (Instagram still works on it)"));
        tells(done(MINE, PublishStep.POLL, Optional.of(ContainerStatus.IN_PROGRESS)));
        tells(done(MINE, PublishStep.POLL, Optional.of(ContainerStatus.FINISHED)));

        assertThat(read).containsExactly("poll       Instagram works on it", "poll       ready");
    }

    @Test
    void whatHoldsItIsToldWithItsTimeAndItsReason() {
        tells(failed(MINE, PublishStep.UPLOAD, "the connection was cut"));
        tells(entry("ada-ig: waits until 2026-11-23T10:00:05Z (the connection was cut)"));

        assertThat(read)
                .containsExactly(
                        "upload     not done: the connection was cut (will be tried again)",
                        "waits      until 10:00:05: the connection was cut");
        assertThat(story.heldUntil()).contains(Instant.parse("2026-11-23T10:00:05Z"));
        tells(done(MINE, PublishStep.UPLOAD));
        assertThat(story.heldUntil()).isEmpty();
    }

    @Test
    void anotherPostOfTheAccountIsNotToldAndDoesNotEndIt() {
        tells(done(OTHER, PublishStep.PUBLISH));
        tells(entry("ada-ig: waits until 2026-11-23T10:00:05Z (a full quota)"));
        tells(entry("", outcome(OTHER, "published https://x")));

        assertThat(read).isEmpty();
        assertThat(story.outcome()).isEmpty();
        assertThat(story.isTaken()).isFalse();
    }

    @Test
    void itEndsWithItsOutcomeAndIsTidyWhenTheFilesAreGone() {
        tells(entry("", outcome(MINE, "published https://x")));

        assertThat(story.outcome()).hasValueSatisfying(it -> assertThat(it.reason()).contains("x"));
        assertThat(story.isTidy()).isFalse();
        tells(done(MINE, PublishStep.CLEAN_UP));
        assertThat(story.isTidy()).isTrue();
    }

    private void tells(Delivery delivery) {
        story.delivered(delivery).forEach(told -> read.add(told.text()));
    }

    private void tells(JournalRecord.Entry entry) {
        story.decided(entry).forEach(told -> read.add(told.text()));
    }
}
