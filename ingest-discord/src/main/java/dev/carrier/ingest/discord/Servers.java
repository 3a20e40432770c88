package dev.carrier.ingest.discord;

import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;

/** The servers of an account, for people who want to know where it can speak. */
final class Servers {
    private Servers() {}

    static List<AccountHealth.Server> of(JDA discord, Standing standing) {
        return discord.getGuilds().stream()
                .map(guild ->
                        new AccountHealth.Server(
                                guild.getId(), guild.getName(), standing.owned(guild), mute(guild)))
                .toList();
    }

    private static List<String> mute(Guild guild) {
        // Between two sessions a server may be there by halves, without us.
        boolean whole = guild.isMember(guild.getJDA().getSelfUser());
        if (!whole) {
            return List.of();
        }
        return guild.getTextChannels().stream()
                .filter(it -> may(it, Permission.VIEW_CHANNEL))
                .filter(it -> !may(it, Permission.MESSAGE_SEND))
                .map(Channel::getName)
                .toList();
    }

    private static boolean may(TextChannel channel, Permission what) {
        return channel.getGuild().getSelfMember().hasPermission(channel, what);
    }
}
