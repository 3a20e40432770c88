package dev.carrier.ingest.discord;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;

/**
 * What was heard in a channel and waits to be published, within bounds: a message that finds no
 * room is let go, and fetched from the history when there is room again. Not thread-safe: its lane
 * guards it.
 */
final class Waiting {
    /** So many of the newest fetched are remembered: the gateway may deliver them late. */
    private static final int REMEMBERED = 100;

    private final int limit;
    private final Semaphore room;
    private final ArrayDeque<Heard> queue = new ArrayDeque<>();
    private final TreeSet<Long> fetched = new TreeSet<>();
    private boolean overflowed;

    /**
     * @param limit how many wait at most
     * @param room how many may wait in all lanes together
     */
    Waiting(int limit, Semaphore room) {
        this.limit = limit;
        this.room = room;
    }

    /**
     * Takes it, or lets it go when there is no room.
     *
     * @return false when this is the first to be let go
     */
    boolean add(Heard heard) {
        boolean fits = !(overflowed && heard.moves()) && queue.size() < limit && room.tryAcquire();
        if (fits) {
            queue.add(heard);
            return true;
        }
        boolean before = overflowed;
        overflowed = true;
        return before;
    }

    /** The oldest, without what was fetched and published meanwhile. */
    List<Heard> take(int atMost) {
        var out = new ArrayList<Heard>();
        while (out.size() < atMost && !queue.isEmpty()) {
            var next = queue.remove();
            room.release();
            if (!next.moves() || !fetched.contains(next.mark())) {
                out.add(next);
            }
        }
        tidy();
        return out;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Whether a lane has reason to run. */
    boolean isWork() {
        return overflowed || !queue.isEmpty();
    }

    /** Whether something was let go since this was asked last. */
    boolean wasLetGo() {
        boolean was = overflowed;
        overflowed = false;
        return was;
    }

    /** These come from the history; what waits of them, or is delivered yet, is not needed. */
    void fetched(List<Heard> missed) {
        missed.forEach(heard -> fetched.add(heard.mark()));
        tidy();
    }

    private void tidy() {
        while (queue.isEmpty() && fetched.size() > REMEMBERED) {
            fetched.removeFirst();
        }
    }

    /** The oldest message that waits. */
    OptionalLong oldest() {
        return queue.stream().filter(Heard::moves).mapToLong(Heard::mark).min();
    }

    /** Discord does not promise to deliver in the order of ids: what still waits may be older. */
    long notBeyond(long mark) {
        long low = mark;
        for (Heard waiting : queue) {
            if (waiting.moves() && !fetched.contains(waiting.mark())) {
                low = Math.min(low, waiting.mark() - 1);
            }
        }
        return low;
    }
}
