package dev.carrier.instagram.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefreshPlanTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void oneOutOfTheSettingsIsRefreshedAfterADay() {
        assertThat(RefreshPlan.dueAt(KeptToken.firstSeen("t", NOW))).isEqualTo(in(1));
    }

    @Test
    void onesAgeKnownItIsRefreshedAtHalfOfItsLife() {
        assertThat(RefreshPlan.dueAt(refreshed(60))).isEqualTo(in(30));
    }

    @Test
    void onDayFiftyAtTheLatest() {
        assertThat(RefreshPlan.dueAt(refreshed(365))).isEqualTo(in(50));
    }

    @Test
    void neverBeforeItIsADayOld() {
        assertThat(RefreshPlan.dueAt(refreshed(1))).isEqualTo(in(1));
    }

    @Test
    void neverTwiceADay() {
        KeptToken tried = refreshed(60).tried(Optional.of(in(30)));

        assertThat(RefreshPlan.isDue(tried, in(30).plusSeconds(1))).isFalse();
        assertThat(RefreshPlan.mayTry(tried, in(30).plusSeconds(1))).isFalse();
        assertThat(RefreshPlan.isDue(tried, in(31))).isTrue();
    }

    @Test
    void anExpiredOneNeverAgain() {
        assertThat(RefreshPlan.isDue(refreshed(60), in(60))).isFalse();
        assertThat(RefreshPlan.mayTry(refreshed(60), in(60))).isFalse();
    }

    private static KeptToken refreshed(int days) {
        return new KeptToken("t", NOW, Optional.of(in(days)), Optional.empty());
    }

    private static Instant in(int days) {
        return NOW.plus(Duration.ofDays(days));
    }
}
