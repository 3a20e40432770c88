package dev.carrier.sandbox.instagram.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Real time, moved by as much as somebody said. Safe for use by many threads. */
public final class MovableClock extends Clock {
    private final Clock real;
    private volatile Duration ahead = Duration.ZERO;

    /** Not moved yet. */
    public MovableClock(Clock real) {
        this.real = real;
    }

    /** So much later, from now on; a negative time makes it earlier. */
    public synchronized void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    /** So much before real time, from now on. */
    public synchronized void behind(Duration by) {
        ahead = by.negated();
    }

    /** How much it is before real time; negative if it is later. */
    public Duration behind() {
        return ahead.negated();
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(real.withZone(zone), ahead);
    }
}
