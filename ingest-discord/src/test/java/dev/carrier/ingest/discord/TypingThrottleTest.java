package dev.carrier.ingest.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TypingThrottleTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final TypingThrottle throttle = new TypingThrottle();

    @Test
    void onePersonInOneChannelPassesEveryFiveSeconds() {
        assertThat(throttle.passes(1, 2, NOON)).isTrue();
        assertThat(throttle.passes(1, 2, NOON.plusSeconds(4))).isFalse();
        assertThat(throttle.passes(1, 2, NOON.plusSeconds(5))).isTrue();
        assertThat(throttle.passes(1, 2, NOON.plusSeconds(9))).isFalse();
    }

    @Test
    void othersAndOtherChannelsPassOnTheirOwn() {
        assertThat(throttle.passes(1, 2, NOON)).isTrue();
        assertThat(throttle.passes(1, 3, NOON)).isTrue();
        assertThat(throttle.passes(2, 2, NOON)).isTrue();
    }
}
