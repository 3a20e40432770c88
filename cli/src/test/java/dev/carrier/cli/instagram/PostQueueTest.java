package dev.carrier.cli.instagram;

import static dev.carrier.cli.instagram.Happened.NOW;
import static dev.carrier.cli.instagram.Happened.done;
import static dev.carrier.cli.instagram.Happened.entry;
import static dev.carrier.cli.instagram.Happened.order;
import static dev.carrier.cli.instagram.Happened.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Post;
import dev.carrier.contracts.PostItem;
import dev.carrier.contracts.PostKind;
import dev.carrier.contracts.PublishStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What waits to be published, until when and why. */
class PostQueueTest {
    private static final Instant EVENING = NOW.plus(Duration.ofHours(8));

    @Test
    void whatIsOutIsNotInItAndWhatIsHeldSaysWhy() {
        var open =
                queue(
                        List.of(ordered("out"), ordered("held"), ordered("next")),
                        List.of(done(order("held"), PublishStep.QUOTA)),
                        entry("", outcome(order("out"), "published https://x")),
                        entry("ada-ig: waits until 2026-11-23T11:00:00Z (50 of 50 posts are out)"));

        assertThat(open)
                .extracting(one -> one.order())
                .containsExactly(order("held"), order("next"));
        assertThat(open.getFirst().reached()).contains(PublishStep.QUOTA);
        assertThat(open.getFirst().waiting())
                .contains(
                        new Waiting(
                                Instant.parse("2026-11-23T11:00:00Z"), "50 of 50 posts are out"));
        assertThat(open.getLast().reached()).isEmpty();
        assertThat(open.getLast().waiting()).isEmpty();
    }

    @Test
    void whatIsOrderedForLaterWaitsForItsTime() {
        var open =
                queue(
                        List.of(ordered("later", Optional.of(EVENING))),
                        List.of(),
                        entry("ada-ig: to be published"));

        assertThat(open.getFirst().waiting()).contains(new Waiting(EVENING, "ordered for then"));
    }

    @Test
    void anOrderThatWasRecordedTwiceIsThereOnce() {
        assertThat(queue(List.of(ordered("o"), ordered("o")), List.of())).hasSize(1);
    }

    @Test
    void containersAreCountedForADayAndNotWhenTheyWereFound() {
        List<Delivery> made =
                List.of(
                        done(order("o"), PublishStep.CREATE),
                        done(order("o"), PublishStep.POLL),
                        done(order("p"), PublishStep.CREATE));

        assertThat(PostQueue.containers(made, NOW.minus(Duration.ofDays(1)))).isEqualTo(2);
        assertThat(PostQueue.containers(made, NOW.plusSeconds(1))).isZero();
    }

    private static List<PostQueue.Open> queue(
            List<Event> events, List<Delivery> deliveries, JournalRecord.Entry... journal) {
        return PostQueue.of(Happened.IN, Happened.ADA, events, deliveries, List.of(journal));
    }

    private static Event ordered(String name) {
        return ordered(name, Optional.empty());
    }

    private static Event ordered(String name, Optional<Instant> at) {
        return new Event.PostOrdered(
                order(name),
                NOW,
                new Place(
                        Happened.IN,
                        "instagram",
                        PlaceKind.PUBLISHING,
                        "15",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("15"),
                        Optional.of("ada.keeps.bees"),
                        Optional.empty(),
                        Optional.empty()),
                new Post(
                        PostKind.IMAGE,
                        List.of(new PostItem("aa.jpg", "bees.jpg", Optional.empty())),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        at),
                List.of(new Hearing(Happened.ADA, false, new TreeSet<>(), true, true, false)));
    }
}
