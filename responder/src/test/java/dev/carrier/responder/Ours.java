package dev.carrier.responder;

import dev.carrier.runtime.dispatch.Leash;
import java.time.Duration;
import java.time.Instant;

/**
 * The partition stays ours.
 *
 * @param left how long a record can be held yet
 */
record Ours(Duration left) implements Leash {
    static final Ours FOR_LONG = new Ours(Duration.ofMinutes(2));

    @Override
    public boolean ours() {
        return true;
    }

    @Override
    public Instant heldSince() {
        return Instant.now();
    }
}
