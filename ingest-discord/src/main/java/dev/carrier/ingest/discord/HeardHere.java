package dev.carrier.ingest.discord;

import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.gateway.Sharding;
import dev.carrier.runtime.settings.Settings;
import java.util.List;

/**
 * What a container hears: the accounts that are chosen for it, and of each of those the shards that
 * are chosen. Pure.
 */
final class HeardHere {
    private HeardHere() {}

    /**
     * The Discord accounts of which at least one shard is heard here, in the order of the settings.
     *
     * @throws SetupProblem when the two choices leave nothing of any account
     */
    static List<DiscordAccount> here(Settings settings) {
        var discord = settings.platforms().discord();
        var chosen =
                settings.accounts().entrySet().stream()
                        .filter(it -> it.getValue().platform().equals("discord"))
                        .filter(it -> discord.hears(it.getKey()))
                        .map(it ->
                                new DiscordAccount(
                                        it.getKey(),
                                        it.getValue().token(),
                                        Sharding.of(it.getValue().shards(), discord.shards())))
                        .toList();
        var heard = chosen.stream().filter(it -> !it.sharding().isElsewhere()).toList();
        if (heard.isEmpty() && !chosen.isEmpty()) {
            throw new SetupProblem(
                    "no account that is heard here has a shard " + discord.shards(),
                    "compare platforms.discord.accounts (DISCORD_ACCOUNTS, --accounts) and"
                            + " platforms.discord.shards (CARRIER_SHARDS, --shards) with"
                            + " accounts.NAME.shards, which are counted from 0");
        }
        return heard;
    }
}
