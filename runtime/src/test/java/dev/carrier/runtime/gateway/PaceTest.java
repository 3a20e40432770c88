package dev.carrier.runtime.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A bot's requests are spread, so that no second has more of them than Discord allows. */
class PaceTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void whoHearsAndWhoSpeaksTogetherStayBelowFiftyInAnySecond() {
        List<Long> sent = new ArrayList<>(burst(Pace.ofSpeaking(Pace.ALLOWED), 300));
        sent.addAll(burst(Pace.ofHearing(Pace.ALLOWED), 300));

        for (long from : sent) {
            assertThat(sent.stream().filter(at -> at >= from && at < from + SECOND))
                    .hasSizeLessThanOrEqualTo(Pace.ALLOWED);
        }
    }

    @Test
    void aFewNeedNotWait() {
        assertThat(burst(Pace.ofSpeaking(Pace.ALLOWED), 8)).containsOnly(0L);
        assertThat(burst(Pace.ofHearing(Pace.ALLOWED), 5)).containsOnly(0L);
    }

    @Test
    void inTheLongRunHalfOfItIsThereToSpeak() {
        assertThat(burst(Pace.ofSpeaking(Pace.ALLOWED), 508).getLast()).isEqualTo(20 * SECOND);
    }

    @Test
    void aSilenceIsNotSavedUp() {
        Pace pace = Pace.ofSpeaking(Pace.ALLOWED);
        pace.take(0);

        long later = 3600 * SECOND;
        for (int one = 0; one < 8; one++) {
            assertThat(pace.take(later)).isZero();
        }
        assertThat(pace.take(later)).isEqualTo(Duration.ofMillis(40));
    }

    @Test
    void aBotThatIsAllowedVeryLittleStillSpeaks() {
        assertThat(burst(Pace.ofSpeaking(1), 3)).containsExactly(0L, 2 * SECOND, 4 * SECOND);
    }

    /** When so many requests go out that all come at time 0. */
    private static List<Long> burst(Pace pace, int requests) {
        List<Long> sent = new ArrayList<>();
        for (int one = 0; one < requests; one++) {
            sent.add(pace.take(0).toNanos());
        }
        return sent;
    }
}
