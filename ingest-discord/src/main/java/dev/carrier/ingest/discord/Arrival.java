package dev.carrier.ingest.discord;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;

/**
 * The channels as they are at the moment at which a session begins, taken on the gateway's thread:
 * nothing can be delivered in between.
 *
 * @param channels all channels and active threads of servers in which the account can read
 */
record Arrival(List<Seen> channels) {
    /**
     * One channel.
     *
     * @param channel to ask for its history
     * @param latest the id of its newest message; 0 for none
     * @param joined when the account joined its server, or when an old thread was brought back to
     *     it
     */
    record Seen(GuildMessageChannel channel, long latest, Instant joined) {
        long id() {
            return channel.getIdLong();
        }
    }

    static Arrival of(JDA discord) {
        var out = new ArrayList<Seen>();
        discord.getGuilds().forEach(guild -> out.addAll(of(guild)));
        return new Arrival(List.copyOf(out));
    }

    /**
     * An archived thread is shown to nobody, and comes back with the message that wakes it: <a
     * href="https://docs.discord.com/developers/topics/threads#unarchiving-a-thread">that time is
     * its archive timestamp</a>, then.
     */
    private static Instant since(ThreadChannel thread, Instant joined) {
        var awake = thread.getTimeArchiveInfoLastModified().toInstant();
        return awake.isAfter(joined) ? awake : joined;
    }

    static List<Seen> of(Guild guild) {
        // By halves, without us: there is more to come.
        if (!guild.isMember(guild.getJDA().getSelfUser())) {
            return List.of();
        }
        var self = guild.getSelfMember();
        var joined = self.getTimeJoined().toInstant();
        var out = new ArrayList<Seen>();
        guild.getChannels().stream()
                .filter(GuildMessageChannel.class::isInstance)
                .map(GuildMessageChannel.class::cast)
                .forEach(it -> out.add(new Seen(it, it.getLatestMessageIdLong(), joined)));
        guild.getThreadChannels()
                .forEach(it ->
                        out.add(new Seen(it, it.getLatestMessageIdLong(), since(it, joined))));
        return out.stream()
                .filter(it ->
                        self.hasPermission(
                                it.channel(), Permission.VIEW_CHANNEL, Permission.MESSAGE_HISTORY))
                .toList();
    }
}
