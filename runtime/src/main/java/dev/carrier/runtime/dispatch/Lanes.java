package dev.carrier.runtime.dispatch;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who waits for whom: of those with one key only the first may be at work. For the dispatcher's own
 * thread only.
 */
final class Lanes<T> {
    private final boolean ordered;

    /** A key is here as long as one of it is at work; its queue are those behind it. */
    private final Map<ByteBuffer, Deque<T>> waiting = new HashMap<>();

    Lanes(Ordering ordering) {
        this.ordered = ordering == Ordering.BY_KEY;
    }

    /**
     * Takes one in.
     *
     * @return whether it may begin; if not, {@link #leave} will give it when its turn comes
     */
    boolean enter(ByteBuffer key, T one) {
        if (!ordered) {
            return true;
        }
        Deque<T> lane = waiting.get(key);
        if (lane == null) {
            waiting.put(key, new ArrayDeque<>(0));
            return true;
        }
        lane.add(one);
        return false;
    }

    /** The one at work with this key has ended: the next, which may begin. */
    Optional<T> leave(ByteBuffer key) {
        Deque<T> lane = waiting.get(key);
        if (lane == null) {
            return Optional.empty();
        }
        Optional<T> next = Optional.ofNullable(lane.poll());
        if (next.isEmpty()) {
            waiting.remove(key);
        }
        return next;
    }

    /** Forgets all who wait. */
    void clear() {
        waiting.clear();
    }
}
