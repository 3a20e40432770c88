package dev.carrier.ingest.discord;

import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;

/**
 * Why an account may not answer where it heard something, as far as its permissions show it: then
 * no model need be asked, and nothing sent only to be refused. Of a person who takes no direct
 * messages nothing is known. Pure.
 */
final class Barred {
    private Barred() {}

    static Optional<String> from(Message message) {
        return message.isFromGuild() ? in(message.getGuildChannel()) : Optional.empty();
    }

    static Optional<String> in(GuildMessageChannel channel) {
        Guild guild = channel.getGuild();
        // Between two sessions a server may be there by halves, without us.
        if (!guild.isMember(guild.getJDA().getSelfUser())) {
            return Optional.empty();
        }
        if (guild.getSelfMember().isTimedOut()) {
            return Optional.of("is timed out in " + guild.getName() + ": end its timeout, or wait");
        }
        Permission needed =
                channel.getType().isThread()
                        ? Permission.MESSAGE_SEND_IN_THREADS
                        : Permission.MESSAGE_SEND;
        return guild.getSelfMember().hasPermission(channel, needed)
                ? Optional.empty()
                : Optional.of(
                        "may not write in "
                                + (channel.getType().isThread() ? "the thread " : "#")
                                + channel.getName()
                                + ": give it "
                                + needed.getName());
    }
}
