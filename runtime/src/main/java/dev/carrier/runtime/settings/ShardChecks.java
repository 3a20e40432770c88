package dev.carrier.runtime.settings;

import dev.carrier.contracts.AccountId;

/** What must hold of shards. */
final class ShardChecks {
    /** Takes what does not hold. */
    interface Require {
        void that(boolean holds, String path, String otherwise);
    }

    private ShardChecks() {}

    static void check(Settings settings, Require require) {
        var discord = settings.platforms().discord();
        String choice = discord.shards();
        require.that(
                choice.isBlank() || ShardChoice.read(choice).isPresent(),
                "platforms.discord.shards",
                "must be numbers of shards like 0,1 or 0-3");
        settings.accounts()
                .forEach((id, account) -> {
                    boolean onDiscord = account.platform().equals("discord");
                    boolean chosen = onDiscord && !choice.isBlank() && discord.hears(id);
                    account(id, account.shards(), chosen, require);
                });
    }

    /**
     * @param chosen whether this container chooses among the account's shards
     */
    private static void account(
            AccountId id, ShardSettings shards, boolean chosen, Require require) {
        String path = "accounts." + id + ".shards";
        require.that(
                shards.auto() || shards.count().isPresent(),
                path + ".total",
                "must be auto or a number from 1 to 9999");
        require.that(
                !chosen || shards.count().isPresent(),
                path + ".total",
                "must be a number, because platforms.discord.shards (CARRIER_SHARDS, --shards) chooses"
                        + " among them: containers that ask Discord one after the other may be told"
                        + " different ones");
        require.that(
                shards.ids().isEmpty() || shards.count().isPresent(),
                path + ".total",
                "must be a number where ids are chosen");
        int total = shards.count().orElse(1);
        require.that(
                shards.ids().stream().allMatch(one -> one >= 0 && one < total),
                path + ".ids",
                "must be from 0 to " + (total - 1) + ", because total is " + total);
    }
}
