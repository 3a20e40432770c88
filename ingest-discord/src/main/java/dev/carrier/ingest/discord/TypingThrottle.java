package dev.carrier.ingest.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Lets through that somebody types in a channel at most every five seconds. Thread-safe. */
final class TypingThrottle {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int REMEMBERED = 10_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Key, Instant> last =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Instant> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /**
     * Whether to tell.
     *
     * @param at the platform's time
     */
    boolean passes(long channel, long person, Instant at) {
        lock.lock();
        try {
            var key = new Key(channel, person);
            var before = last.get(key);
            if (before != null && at.isBefore(before.plus(EVERY))) {
                return false;
            }
            last.remove(key);
            last.put(key, at);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private record Key(long channel, long person) {}
}
