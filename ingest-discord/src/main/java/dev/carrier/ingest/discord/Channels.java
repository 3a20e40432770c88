package dev.carrier.ingest.discord;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;

/**
 * The channels that an account can read, also while JDA has forgotten them: between two sessions
 * its cache is empty, but the history can still be asked for. Thread-safe.
 */
final class Channels {
    private final Supplier<JDA> discord;
    private final Partners partners;
    private final Map<Long, MessageChannel> seen = new ConcurrentHashMap<>();

    Channels(Supplier<JDA> discord, Partners partners) {
        this.discord = discord;
        this.partners = partners;
    }

    /** A channel of a server, as the newest session shows it. */
    void see(MessageChannel channel) {
        seen.put(channel.getIdLong(), channel);
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
    Optional<MessageChannel> find(long channel) throws InterruptedException {
        var known = Optional.ofNullable(seen.get(channel));
        return known.isPresent() ? known : look(channel);
    }

    private Optional<MessageChannel> look(long channel) throws InterruptedException {
        var partner = partners.of(channel);
        if (partner.isPresent()) {
            return Asking.patiently(
                            "open DM", () -> discord.get().openPrivateChannelById(partner.get()))
                    .map(MessageChannel.class::cast);
        }
        var cached =
                Optional.ofNullable(discord.get().getChannelById(MessageChannel.class, channel));
        if (cached.isEmpty() && discord.get().getStatus() != JDA.Status.CONNECTED) {
            throw new IllegalStateException("not connected: nobody knows the channel now");
        }
        return cached;
    }
}
