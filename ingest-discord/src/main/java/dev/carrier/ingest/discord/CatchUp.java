package dev.carrier.ingest.discord;

import java.time.Instant;
import java.util.Optional;

/**
 * What an account fetched that it had missed, since its newest session began.
 *
 * @param done false while channels are still being read
 * @param heard how many messages
 * @param channels in how many channels
 * @param from the platform's time of the oldest
 * @param to the platform's time of the newest
 */
public record CatchUp(
        boolean done, int heard, int channels, Optional<Instant> from, Optional<Instant> to) {
    static final CatchUp NONE = new CatchUp(false, 0, 0, Optional.empty(), Optional.empty());
}
