package dev.carrier.pipeline;

import java.time.Duration;
import java.util.IdentityHashMap;

/**
 * When the tasks of a stream thread are to be called by the clock: until the first of these times
 * it may wait for records. One for each thread, for that thread only.
 */
final class Timetable {
    /**
     * A call is asked for as soon as it is due. One that is still waiting after that much is not
     * answered for a reason, such as a rebalance, and asking again at once would not help it.
     */
    private static final Duration OVERDUE = Duration.ofMillis(10);

    private static final ThreadLocal<Timetable> OF_THREAD = ThreadLocal.withInitial(Timetable::new);

    private final IdentityHashMap<Object, Long> calls = new IdentityHashMap<>();

    /** That of the calling thread. */
    static Timetable ofThread() {
        return OF_THREAD.get();
    }

    /**
     * It is to be called then, and not at the time that was set before.
     *
     * @param at in milliseconds since 1970
     */
    void set(Object whom, long at) {
        calls.put(whom, at);
    }

    /** It has been called, or need not be. */
    void clear(Object whom) {
        calls.remove(whom);
    }

    /**
     * How long nobody is to be called.
     *
     * @param now in milliseconds since 1970
     * @return at least a millisecond, at most this long
     */
    Duration free(long now, Duration atMost) {
        long free = atMost.toMillis();
        for (long at : calls.values()) {
            long left = now - at > OVERDUE.toMillis() ? OVERDUE.toMillis() : at - now;
            free = Math.min(free, left);
        }
        return Duration.ofMillis(Math.max(1, free));
    }
}
