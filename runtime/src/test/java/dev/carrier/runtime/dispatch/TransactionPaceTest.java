package dev.carrier.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransactionPaceTest {
    private static final long START = -7;

    private final TransactionPace pace = new TransactionPace(START);

    @Test
    void theFirstBeginsAtOnce() {
        assertThat(pace.notBefore()).isEqualTo(START);
    }

    @Test
    void afterOneItRestsTwiceAsLongAsThatTook() {
        pace.begins(at(1_000));
        pace.ended(at(1_004));

        assertThat(pace.notBefore()).isEqualTo(at(1_012));
    }

    @Test
    void oneThatTookSecondsHoldsTheNextUpForMillisecondsOnly() {
        pace.begins(at(1_000));
        pace.ended(at(9_000));

        assertThat(pace.notBefore()).isEqualTo(at(9_000) + TransactionPace.LONGEST.toNanos());
    }

    private static long at(long millis) {
        return START + Duration.ofMillis(millis).toNanos();
    }
}
