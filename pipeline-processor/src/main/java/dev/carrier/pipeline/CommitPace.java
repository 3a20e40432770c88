package dev.carrier.pipeline;

import java.time.Duration;

/**
 * When a stream thread ends its transaction: at once when little happens, and together what comes
 * within a few milliseconds when much does. A transaction ends for all tasks of a thread, so that
 * they share one of these; for that thread only.
 */
final class CommitPace {
    /** A transaction takes about as long to end; more often would be all that the thread does. */
    static final Duration TOGETHER = Duration.ofMillis(10);

    private long last;
    private boolean waiting;

    /**
     * Something was written that others wait for.
     *
     * @param now in milliseconds, of any clock
     * @return whether to commit now; otherwise {@link #due} will say so
     */
    boolean wrote(long now) {
        waiting = true;
        return due(now);
    }

    /**
     * Whether to commit now what was written before.
     *
     * @param now in milliseconds, of the same clock
     */
    boolean due(long now) {
        // A clock that was put back must not hold anything up.
        if (!waiting || (now >= last && now - last < TOGETHER.toMillis())) {
            return false;
        }
        waiting = false;
        last = now;
        return true;
    }
}
