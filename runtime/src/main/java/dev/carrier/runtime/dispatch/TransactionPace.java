package dev.carrier.runtime.dispatch;

import java.time.Duration;

/**
 * When the next transaction may begin. At once, where little happens; where results come faster
 * than transactions end, each is followed by a rest, so that what ends meanwhile goes together: a
 * transaction costs the broker and the dispatcher more than the results that are in it. The rest is
 * as long as the transaction took, twice, so it grows with the load by itself. Times are those of
 * {@link System#nanoTime}. For the dispatcher's own thread only.
 */
final class TransactionPace {
    /** A broker that is slow for another reason must not make results wait for seconds. */
    static final Duration LONGEST = Duration.ofMillis(50);

    private static final int TIMES = 2;

    private long began;
    private long rested;

    /**
     * @param now the first transaction may begin at once
     */
    TransactionPace(long now) {
        began = now;
        rested = now;
    }

    /** A transaction begins. */
    void begins(long now) {
        began = now;
    }

    /** It is committed. */
    void ended(long now) {
        rested = now + Math.min(LONGEST.toNanos(), TIMES * (now - began));
    }

    /** Before this none should begin. */
    long notBefore() {
        return rested;
    }
}
