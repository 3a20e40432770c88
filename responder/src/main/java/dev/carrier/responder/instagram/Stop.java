package dev.carrier.responder.instagram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Whether the account as a whole is stopped, because Instagram has blocked it: going on would make
 * it worse. After a while one attempt is let through again. Thread-safe.
 */
final class Stop {
    static final Duration LASTS = Duration.ofMinutes(30);

    private record Since(Instant until, String why) {}

    private final InstantSource clock;
    private volatile Optional<Since> stopped = Optional.empty();

    Stop(InstantSource clock) {
        this.clock = clock;
    }

    void because(String why) {
        stopped = Optional.of(new Since(clock.instant().plus(LASTS), why));
    }

    /** Why nothing is sent now; empty when it is. */
    Optional<String> why() {
        return stopped.filter(it -> it.until().isAfter(clock.instant())).map(Since::why);
    }
}
