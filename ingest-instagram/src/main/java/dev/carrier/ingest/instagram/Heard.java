package dev.carrier.ingest.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * The newest events that Kafka has taken, so that what comes twice is not written twice. It only
 * saves work: the processor drops what it has seen. Thread-safe.
 */
final class Heard {
    private static final int MOST = 50_000;

    private record Key(AccountId account, EventId event) {}

    private final Set<Key> keys = new HashSet<>();
    private final Deque<Key> order = new ArrayDeque<>();

    /** Whether an account's event was taken. */
    synchronized boolean has(AccountId account, EventId event) {
        return keys.contains(new Key(account, event));
    }

    /** It was taken. */
    synchronized void add(AccountId account, EventId event) {
        Key key = new Key(account, event);
        if (keys.add(key)) {
            order.addLast(key);
            if (order.size() > MOST) {
                keys.remove(order.removeFirst());
            }
        }
    }
}
