package dev.carrier.responder;

import dev.carrier.runtime.dispatch.Leash;
import java.time.Duration;
import java.time.Instant;

/**
 * The partition stays ours.
 *
 * @param left how long a record can be held yet
 * @param inherited whether another may have had it before
 */
record Ours(Duration left, boolean inherited) implements Leash {
    static final Ours FOR_LONG = new Ours(Duration.ofMinutes(2));
    static final Ours FROM_ANOTHER = new Ours(Duration.ofMinutes(2), true);

    Ours(Duration left) {
        this(left, false);
    }

    @Override
    public boolean ours() {
        return true;
    }

    @Override
    public Instant heldSince() {
        return Instant.now();
    }
}
