package dev.carrier.responder.discord;

import dev.carrier.contracts.AccountId;

/**
 * Leave to identify at the gateway: Discord allows one IDENTIFY a token and five seconds
 * (https://discord.com/developers/docs/events/gateway#rate-limiting), and ingest has a session of
 * the same token. Thread-safe.
 */
@FunctionalInterface
public interface IdentifyPermit {
    /** Blocks until this account may identify. */
    void await(AccountId account) throws InterruptedException;
}
