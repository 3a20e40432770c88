package dev.carrier.ingest.instagram;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what comes a thousand times from being said a thousand times. Thread-safe. */
final class Seldom {
    private final Duration pause;
    private final Map<String, Long> next = new ConcurrentHashMap<>();

    /**
     * @param pause between two times of the same
     */
    Seldom(Duration pause) {
        this.pause = pause;
    }

    /** Whether it may be said now; then not again for a while. */
    boolean now(String what) {
        long now = System.nanoTime();
        long mine = now + pause.toNanos();
        return next.merge(what, mine, (before, ours) -> now - before >= 0 ? ours : before) == mine;
    }
}
