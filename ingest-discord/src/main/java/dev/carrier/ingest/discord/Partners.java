package dev.carrier.ingest.discord;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is at the other end of an account's DMs: Discord does not list them, and a message of our own
 * does not say it. Thread-safe.
 */
final class Partners {
    private final Cursors cursors;
    private final Map<Long, Long> known = new ConcurrentHashMap<>();
    private final Set<Long> saved = ConcurrentHashMap.newKeySet();

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
        saved.addAll(remembered.keySet());
    }

    /** Remembers; tells Redis only what it has not taken before. */
    void heard(long channel, long person) {
        known.put(channel, person);
        if (!saved.contains(channel) && cursors.savePartner(channel, person)) {
            saved.add(channel);
        }
    }

    Map<Long, Long> all() {
        return Map.copyOf(known);
    }
}
