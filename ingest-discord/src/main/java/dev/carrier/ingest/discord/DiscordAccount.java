package dev.carrier.ingest.discord;

import dev.carrier.contracts.AccountId;
import dev.carrier.runtime.settings.Secret;

/**
 * An account that is to listen on Discord.
 *
 * @param id its name in the settings
 * @param token the bot's token, without {@code Bot }
 */
public record DiscordAccount(AccountId id, Secret token) {}
