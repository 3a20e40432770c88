package dev.carrier.sandbox.instagram.publish;

import static dev.carrier.sandbox.instagram.publish.Container.Status.ERROR;
import static dev.carrier.sandbox.instagram.publish.Container.Status.EXPIRED;
import static dev.carrier.sandbox.instagram.publish.Container.Status.FINISHED;
import static dev.carrier.sandbox.instagram.publish.Container.Status.IN_PROGRESS;
import static dev.carrier.sandbox.instagram.publish.Container.Status.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.sandbox.json.Json;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How a container ages. */
class ContainerTest {
    private static final Instant MADE = Instant.parse("2026-11-23T05:00:00Z");
    private static final Instant READY = MADE.plusSeconds(5);
    private static final Instant LAST = MADE.plus(Duration.ofHours(24)).minusMillis(1);

    private static final Container FETCHING =
            new Container(
                    "17901",
                    "17841",
                    FormReader.read(Json.object().put("image_url", "http://127.0.0.1/media/a.jpg")),
                    MADE,
                    READY,
                    LAST.plusMillis(1),
                    new Container.Life.Fetching());

    @Test
    void itIsInProgressUntilItsMediaIsThereAndItsTimeHasCome() {
        assertThat(FETCHING.status(READY.plusSeconds(60))).isEqualTo(IN_PROGRESS);
        var fetched = FETCHING.fetched();
        assertThat(fetched.status(READY.minusMillis(1))).isEqualTo(IN_PROGRESS);
        assertThat(fetched.status(READY)).isEqualTo(FINISHED);
        assertThat(fetched.status(LAST)).isEqualTo(FINISHED);
    }

    @Test
    void itExpiresAfterADayWhateverItWasDoing() {
        assertThat(FETCHING.status(LAST.plusMillis(1))).isEqualTo(EXPIRED);
        assertThat(FETCHING.fetched().status(LAST.plusMillis(1))).isEqualTo(EXPIRED);
        assertThat(FETCHING.expired().status(MADE)).isEqualTo(EXPIRED);
    }

    @Test
    void anErrorSaysItsSubcodeInItsText() {
        var failed = FETCHING.failed(2207026);
        assertThat(failed.status(READY)).isEqualTo(ERROR);
        assertThat(failed.words(READY))
                .isEqualTo("Error: Media upload has failed with error code 2207026");
        assertThat(failed.fetched().status(READY)).isEqualTo(ERROR);
    }

    @Test
    void onceItIsPublishedItStaysSo() {
        var published = FETCHING.fetched().published("17902");
        assertThat(published.status(LAST.plusSeconds(99))).isEqualTo(PUBLISHED);
        assertThat(published.failed(1).status(READY)).isEqualTo(PUBLISHED);
        assertThat(published.expired().status(READY)).isEqualTo(PUBLISHED);
    }

    @Test
    void onlyAFinishedOneBelowTheQuotaCanBePublished() {
        var fetched = FETCHING.fetched();
        assertThat(Publishable.problem(fetched, READY, 49, 50)).isEmpty();
        assertThat(Publishable.problem(fetched, READY, 50, 50)).contains(Fault.QUOTA);
        assertThat(Publishable.problem(fetched, MADE, 0, 50)).contains(Fault.NOT_READY);
        assertThat(Publishable.problem(fetched.failed(1), READY, 0, 50)).contains(Fault.NOT_READY);
        assertThat(Publishable.problem(fetched.expired(), READY, 0, 50)).contains(Fault.EXPIRED);
        assertThat(Publishable.problem(fetched.published("1"), READY, 0, 50))
                .contains(Fault.NO_BUILDER);
    }
}
