package dev.carrier.ingest.discord;

import dev.carrier.contracts.AccountId;
import dev.carrier.runtime.gateway.Sharding;
import dev.carrier.runtime.settings.Secret;

/**
 * An account that is to listen on Discord.
 *
 * @param id its name in the settings
 * @param token the bot's token, without {@code Bot }
 * @param sharding which part of its servers is heard here
 */
public record DiscordAccount(AccountId id, Secret token, Sharding sharding) {
    /** One session hears everything. */
    public DiscordAccount(AccountId id, Secret token) {
        this(id, token, Sharding.none());
    }
}
