package dev.carrier.ingest.discord;

import dev.carrier.runtime.gateway.Shard;
import java.time.Instant;
import java.util.Optional;

/**
 * How one of an account's connections is.
 *
 * @param trouble what keeps it from hearing, in a sentence
 * @param lastSign when Discord last showed it any sign of life
 */
public record ShardHealth(
        Shard shard, AccountHealth.State state, Optional<String> trouble, Instant lastSign) {}
