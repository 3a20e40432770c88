package dev.carrier.ingest.discord;

import dev.carrier.contracts.AccountId;

/**
 * Keeps the sessions of one token apart: Discord allows <a
 * href="https://docs.discord.com/developers/events/gateway#rate-limiting">one identify every five
 * seconds</a>, and the responder has a session of the same token.
 */
@FunctionalInterface
public interface IdentifyTurn {
    /**
     * Returns when this session may identify.
     *
     * @param account whose session it is
     */
    void await(AccountId account) throws InterruptedException;
}
