package dev.carrier.runtime.gateway;

import dev.carrier.contracts.AccountId;

/**
 * One of the sessions among which an account's servers are divided, see <a
 * href="https://docs.discord.com/developers/events/gateway#sharding">Sharding</a>.
 *
 * @param id from 0
 * @param total how many there are, the same for all of them
 */
public record Shard(AccountId account, int id, int total) {
    public Shard {
        if (id < 0 || id >= total) {
            throw new IllegalArgumentException("shard " + id + " of " + total);
        }
    }

    /** The only one. */
    public static Shard only(AccountId account) {
        return new Shard(account, 0, 1);
    }

    /** The one of {@code total} that has a server. */
    public static int of(long guild, int total) {
        return (int) ((guild >>> 22) % total);
    }

    /** Whether this one is told what happens in a server. */
    public boolean covers(long guild) {
        return of(guild, total) == id;
    }

    /** DMs come to the first one, whoever writes them. */
    public boolean hasDms() {
        return id == 0;
    }

    /** Commands are the application's: so that each is registered once, the first one does it. */
    public boolean registersCommands() {
        return id == 0;
    }

    /** Whether it is the only one. */
    public boolean isOnly() {
        return total == 1;
    }

    /** {@code ada}, or {@code ada (shard 1 of 4)}, counted from 0 as Discord does. */
    @Override
    public String toString() {
        return isOnly() ? account.value() : account + " (shard " + id + " of " + total + ")";
    }
}
