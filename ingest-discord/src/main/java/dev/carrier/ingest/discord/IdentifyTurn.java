package dev.carrier.ingest.discord;

import dev.carrier.runtime.gateway.Shard;
import java.util.Optional;

/**
 * Keeps the sessions of one token apart: Discord allows <a
 * href="https://docs.discord.com/developers/events/gateway#rate-limiting">one identify every five
 * seconds</a>, other containers have other shards, and the responder has sessions of the same
 * token.
 */
@FunctionalInterface
public interface IdentifyTurn {
    /**
     * Returns when this session may identify.
     *
     * @param shard whose session it is
     */
    void await(Shard shard) throws InterruptedException;

    /** What a session that asked waits for, in a sentence, when it is not just its turn. */
    default Optional<String> waitingFor(Shard shard) {
        return Optional.empty();
    }
}
