package dev.carrier.ingest.discord;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is at the other end of an account's DMs: Discord does not list them, and a message of our own
 * does not say it. Thread-safe.
 */
final class Partners {
    private final Cursors cursors;
    private final Map<Long, Long> known = new ConcurrentHashMap<>();

    Partners(Cursors cursors) {
        this.cursors = cursors;
    }

    /** The person in that DM channel, once heard of. */
    Optional<Long> of(long channel) {
        return Optional.ofNullable(known.get(channel));
    }

    /** What was remembered. */
    void restore(Map<Long, Long> remembered) {
        remembered.forEach(known::putIfAbsent);
    }

    /** Remembers; asks Redis only for what is new. */
    void heard(long channel, long person) {
        if (known.put(channel, person) == null) {
            cursors.savePartner(channel, person);
        }
    }

    Map<Long, Long> all() {
        return Map.copyOf(known);
    }
}
