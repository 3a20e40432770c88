package dev.carrier.sandbox.discord.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock behind another, so that what is said now was said some minutes ago once the lag is taken
 * away. Safe for use by many threads.
 */
final class LaggingClock extends Clock {
    private final Clock real;
    private final AtomicReference<Duration> behind;

    LaggingClock(Clock real, Duration behind) {
        this.real = real;
        this.behind = new AtomicReference<>(behind);
    }

    /** From now on it is that much behind. */
    void behind(Duration lag) {
        behind.set(lag);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return real.withZone(zone);
    }

    @Override
    public Instant instant() {
        return real.instant().minus(behind.get());
    }
}
