package dev.carrier.ingest.discord;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** What both fetched. */
    CatchUp and(CatchUp other) {
        return new CatchUp(
                done && other.done,
                heard + other.heard,
                channels + other.channels,
                Stream.concat(from.stream(), other.from.stream()).min(naturalOrder()),
                Stream.concat(to.stream(), other.to.stream()).max(naturalOrder()));
    }
}
