package dev.carrier.responder.discord;

import dev.carrier.runtime.gateway.Shard;

/**
 * Leave to identify at the gateway: Discord allows one IDENTIFY a token (and bucket of shards) and
 * five seconds (https://discord.com/developers/docs/events/gateway#rate-limiting), and ingest has
 * sessions of the same token. Thread-safe.
 */
@FunctionalInterface
public interface IdentifyPermit {
    /** Blocks until this session may identify. */
    void await(Shard shard) throws InterruptedException;
}
