package dev.carrier.sandbox.discord.world;

import java.time.Clock;
import java.time.Instant;

/**
 * Discord's ids: the time in their upper bits, growing. Clients read the time from them, so they
 * must be of now.
 *
 * @see <a href="https://docs.discord.com/developers/reference#snowflakes">Snowflakes</a>
 */
public final class Snowflakes {
    private static final long EPOCH = 1_420_070_400_000L;

    private final Clock clock;
    private long last;

    /** Ids stamped by {@code clock}. */
    public Snowflakes(Clock clock) {
        this.clock = clock;
    }

    /** A new id, greater than all before. */
    public synchronized long next() {
        last = Math.max(last + 1, (clock.millis() - EPOCH) << 22);
        return last;
    }

    /** When {@code id} was made, to the millisecond. */
    public static Instant at(long id) {
        return Instant.ofEpochMilli((id >> 22) + EPOCH);
    }
}
