package dev.carrier.pipeline;

import java.time.Duration;

/**
 * When a stream thread ends its transaction: at once when little happens, and together what comes
 * within a few milliseconds when much does; the more the last one held, the longer the next one is
 * open. A transaction ends for all tasks of a thread, so that they share one of these; for that
 * thread only.
 */
final class CommitPace {
    /** A transaction takes about as long to end; more often would be all that the thread does. */
    static final Duration TOGETHER = Duration.ofMillis(10);

    /** Longer would be felt more than it spares. */
    static final Duration LONGEST = Duration.ofMillis(40);

    /** Where more than one input in four milliseconds writes something, it is open ever longer. */
    private static final long MILLIS_FOR_EACH = 4;

    private long last;
    private long inTheLast;
    private long waiting;

    /**
     * Something was written that others wait for.
     *
     * @param now in milliseconds, of any clock
     * @return whether to commit now; otherwise {@link #due} will say so
     */
    boolean wrote(long now) {
        waiting++;
        return due(now);
    }

    /**
     * Whether to commit now what was written before.
     *
     * @param now in milliseconds, of the same clock
     */
    boolean due(long now) {
        // A clock that was put back must not hold anything up.
        if (waiting == 0 || (now >= last && now - last < open())) {
            return false;
        }
        inTheLast = waiting;
        waiting = 0;
        last = now;
        return true;
    }

    /** Whether something is written and not committed. */
    boolean waits() {
        return waiting > 0;
    }

    /**
     * How long it is until what waits is due.
     *
     * @param now in milliseconds, of the same clock
     * @return in milliseconds, at least 1
     */
    long left(long now) {
        return Math.clamp(last + open() - now, 1, LONGEST.toMillis());
    }

    private long open() {
        return Math.clamp(MILLIS_FOR_EACH * inTheLast, TOGETHER.toMillis(), LONGEST.toMillis());
    }
}
