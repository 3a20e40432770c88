package dev.carrier.ingest.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BeginningsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void aFirstInstallBeginsWithTheNewestMessage() {
        long latest = at(-1);
        assertThat(Beginnings.of(at(-900), latest, hours(-2), true, 0)).isEqualTo(latest);
    }

    @Test
    void aChannelWithoutAMessageBeginsBeforeItsFirst() {
        assertThat(Beginnings.of(at(-900), 0, hours(-2), true, 0)).isEqualTo(at(-900) - 1);
    }

    @Test
    void aChannelThatWasMadeMeanwhileIsReadFromItsBeginning() {
        assertThat(Beginnings.of(at(-3), at(-1), hours(-900), false, at(-5))).isEqualTo(at(-3) - 1);
    }

    @Test
    void aServerThatWasJoinedMeanwhileIsReadFromThenOn() {
        assertThat(Beginnings.of(at(-900), at(-1), hours(-3), false, at(-5)))
                .isEqualTo(Snowflake.at(hours(-3).minus(Beginnings.ABOUT)));
    }

    @Test
    void anOldChannelThatBecameVisibleBeginsWithItsNewestMessage() {
        assertThat(Beginnings.of(at(-900), at(-1), hours(-800), false, at(-5))).isEqualTo(at(-1));
    }

    private static Instant hours(long hours) {
        return NOON.plus(Duration.ofHours(hours));
    }

    private static long at(long hours) {
        return Snowflake.at(hours(hours));
    }
}
