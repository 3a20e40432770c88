package dev.carrier.sandbox.instagram.webhook;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/** The latest attempts to deliver. Safe for use by many threads. */
public final class SentLog {
    private static final int KEPT = 20_000;

    private final ArrayDeque<Sent> kept = new ArrayDeque<>();

    SentLog() {}

    synchronized void add(Sent sent) {
        kept.addLast(sent);
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
    }

    /** All of them, oldest first. */
    public synchronized List<Sent> all() {
        return List.copyOf(kept);
    }

    /** The latest attempt of a delivery. */
    public synchronized Optional<Sent> last(long delivery) {
        return kept.stream().filter(it -> it.delivery() == delivery).reduce((_, later) -> later);
    }
}
