package dev.carrier.ingest.discord;

import java.time.Instant;

/**
 * Discord's ids carry the time at which they were made: <a
 * href="https://docs.discord.com/developers/reference#snowflakes">milliseconds since 2015 above 22
 * bits</a>. So the ids of a channel's messages are in the order of time.
 */
final class Snowflake {
    private static final long EPOCH_MILLIS = 1_420_070_400_000L;
    private static final int SEQUENCE_BITS = 22;

    private Snowflake() {}

    /** When the id was made, to the millisecond. */
    static Instant time(long id) {
        return Instant.ofEpochMilli((id >>> SEQUENCE_BITS) + EPOCH_MILLIS);
    }

    /** The lowest id that could have been made at that time; 0 before Discord's beginning. */
    static long at(Instant time) {
        return Math.max(0, time.toEpochMilli() - EPOCH_MILLIS) << SEQUENCE_BITS;
    }
}
