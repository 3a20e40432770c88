package dev.carrier.responder.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Long before Discord bans the address, nothing is sent any more. */
class InvalidRequestsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final InvalidRequests invalid = new InvalidRequests();

    @Test
    void aTenthOfWhatDiscordAllowsStopsTheSending() {
        refused(InvalidRequests.MOST - 1, NOON);
        assertThat(invalid.stoppedUntil(NOON)).isEmpty();

        refused(1, NOON.plusSeconds(60));

        assertThat(invalid.stoppedUntil(NOON.plusSeconds(60))).contains(NOON.plusSeconds(600));
        assertThat(invalid.count(NOON.plusSeconds(60))).isEqualTo(InvalidRequests.MOST);
    }

    @Test
    void tenMinutesLaterTheyAreForgotten() {
        refused(InvalidRequests.MOST, NOON);

        Instant later = NOON.plus(InvalidRequests.WINDOW);
        assertThat(invalid.stoppedUntil(later.minusMillis(1))).isPresent();
        assertThat(invalid.stoppedUntil(later)).isEmpty();
        assertThat(invalid.count(later)).isZero();
    }

    @Test
    void aFewRefusalsNowAndThenStopNothing() {
        for (int hour = 0; hour < 48; hour++) {
            refused(100, NOON.plus(Duration.ofHours(hour)));
            assertThat(invalid.stoppedUntil(NOON.plus(Duration.ofHours(hour)))).isEmpty();
        }
    }

    private void refused(int times, Instant at) {
        for (int time = 0; time < times; time++) {
            invalid.refused(at);
        }
    }
}
