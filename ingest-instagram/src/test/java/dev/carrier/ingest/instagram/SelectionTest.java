package dev.carrier.ingest.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void onAFirstInstallNothingFromBeforeIsTaken() {
        var selection = Selection.at(NOW, Optional.empty(), NOW.minusSeconds(600), DAY, MINUTE);
        assertThat(selection.takes(NOW.minusSeconds(601))).isFalse();
        assertThat(selection.takes(NOW.minusSeconds(599))).isTrue();
    }

    @Test
    void aWebhookHasAMinuteToBringIt() {
        var selection = Selection.at(NOW, Optional.empty(), NOW.minus(DAY), DAY, MINUTE);
        assertThat(selection.takes(NOW.minusSeconds(59))).isFalse();
        assertThat(selection.takes(NOW.minusSeconds(61))).isTrue();
        // What was left is behind the mark next time.
        assertThat(selection.mark(List.of(NOW.minusSeconds(90), NOW.minusSeconds(5))))
                .contains(NOW.minus(MINUTE));
    }

    @Test
    void aLittleBeforeTheMarkIsLookedAtAgain() {
        Instant mark = NOW.minus(Duration.ofHours(2));
        var selection = Selection.at(NOW, Optional.of(mark), NOW.minus(DAY), DAY, MINUTE);
        assertThat(selection.takes(mark.minus(Duration.ofMinutes(9)))).isTrue();
        assertThat(selection.takes(mark.minus(Duration.ofMinutes(11)))).isFalse();
        assertThat(selection.isPast(mark.minus(Duration.ofMinutes(11)))).isTrue();
    }

    @Test
    void anOldMarkReachesNoFurtherBackThanADay() {
        Instant mark = NOW.minus(Duration.ofDays(9));
        var selection =
                Selection.at(NOW, Optional.of(mark), NOW.minus(Duration.ofDays(30)), DAY, MINUTE);
        assertThat(selection.takes(NOW.minus(Duration.ofHours(25)))).isFalse();
        assertThat(selection.takes(NOW.minus(Duration.ofHours(23)))).isTrue();
    }

    @Test
    void whereNothingIsThereNoMarkMoves() {
        var selection = Selection.at(NOW, Optional.empty(), NOW, DAY, MINUTE);
        assertThat(selection.mark(List.of())).isEmpty();
    }
}
