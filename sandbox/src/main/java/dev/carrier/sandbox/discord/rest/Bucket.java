package dev.carrier.sandbox.discord.rest;

import java.time.Duration;

/** How many requests are allowed in a window of time. Not safe for use by many threads. */
final class Bucket {
    private final int size;
    private final Duration window;
    private long endsAt;
    private int used;

    Bucket(int size, Duration window) {
        this.size = size;
        this.window = window;
    }

    /** Takes one at {@code nowMs}; false if none is left in this window. */
    boolean take(long nowMs) {
        if (nowMs >= endsAt) {
            endsAt = nowMs + window.toMillis();
            used = 0;
        }
        if (used >= size) {
            return false;
        }
        used++;
        return true;
    }

    int size() {
        return size;
    }

    int remaining() {
        return size - used;
    }

    long endsAtMs() {
        return endsAt;
    }
}
