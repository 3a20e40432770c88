package dev.carrier.ingest.discord;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.internal.entities.channel.concrete.PrivateChannelImpl;

/**
 * The channels that an account can read, also while JDA has forgotten them: between two sessions
 * its cache is empty, but the history can still be asked for. Thread-safe.
 */
final class Channels {
    private final Supplier<JDA> discord;
    private final Partners partners;
    private final Map<Long, MessageChannel> seen = new ConcurrentHashMap<>();
    private final Set<Long> dms = ConcurrentHashMap.newKeySet();

    Channels(Supplier<JDA> discord, Partners partners) {
        this.discord = discord;
        this.partners = partners;
    }

    /** A channel of a server, as the newest session shows it. */
    void see(MessageChannel channel) {
        seen.put(channel.getIdLong(), channel);
    }

    /** Something came in a DM: Discord lists it nowhere, and JDA forgets it with the session. */
    void seeDm(long channel) {
        dms.add(channel);
    }

    /** Whether that channel is known to be a DM. */
    boolean isDm(long channel) {
        return dms.contains(channel) || partners.of(channel).isPresent();
    }

    /** The channel is gone. */
    void forget(long channel) {
        seen.remove(channel);
    }

    /**
     * The channel, to be asked for its history; empty when the account cannot see it.
     *
     * @throws IllegalStateException while nobody can tell
     */
    Optional<MessageChannel> find(long channel) {
        // Its id is all that the history needs: to open a DM anew would be a request of its own,
        // of which Discord allows few.
        if (isDm(channel)) {
            return Optional.of(new PrivateChannelImpl(discord.get(), channel, null));
        }
        var known = Optional.ofNullable(seen.get(channel));
        return known.isPresent() ? known : look(channel);
    }

    private Optional<MessageChannel> look(long channel) {
        var cached =
                Optional.ofNullable(discord.get().getChannelById(MessageChannel.class, channel));
        if (cached.isEmpty() && discord.get().getStatus() != JDA.Status.CONNECTED) {
            throw new IllegalStateException("not connected: nobody knows the channel now");
        }
        return cached;
    }
}
