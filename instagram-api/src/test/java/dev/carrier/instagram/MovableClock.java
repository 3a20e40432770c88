package dev.carrier.instagram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves. Thread-safe. */
public final class MovableClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-23T10:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    /** Time passes. */
    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }
}
