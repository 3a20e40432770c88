package dev.carrier.responder.discord;

import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.attribute.IThreadContainer;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;

/** Channels by place; a DM is opened by its partner, an archived thread found at its parent. */
final class Channels {
    private static final Duration ASKING_TAKES = Duration.ofSeconds(20);

    private final Answers answers;
    private final InstantSource clock;

    Channels(Answers answers, InstantSource clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * The channel to speak in; may ask Discord.
     *
     * @throws Refusals.NoChannel when this session knows none
     * @throws Refusals.NotYet while Discord has an outage of its server
     */
    MessageChannel of(JDA jda, Place place) {
        if (place.kind() == PlaceKind.DM) {
            return opened(jda, place);
        }
        MessageChannel channel = jda.getChannelById(MessageChannel.class, place.channel());
        if (channel != null) {
            return channel;
        }
        inItsServer(jda, place);
        return archived(jda, place)
                .orElseThrow(() ->
                        new Refusals.NoChannel(
                                Remedies.of(10003, place, Permission.MESSAGE_SEND, "")));
    }

    private MessageChannel opened(JDA jda, Place place) {
        String user =
                place.partner()
                        .map(PersonId::value)
                        .map(value -> value.substring(value.lastIndexOf(':') + 1))
                        .orElseThrow(() -> new Refusals.NoChannel("a DM without a partner"));
        return answers.within(
                jda.openPrivateChannelById(user), clock.instant().plus(ASKING_TAKES), () -> true);
    }

    private static void inItsServer(JDA jda, Place place) {
        if (place.guild().isEmpty() || jda.getGuildById(place.guild().get()) != null) {
            return;
        }
        if (jda.isUnavailable(Long.parseLong(place.guild().get()))) {
            throw new Refusals.NotYet("Discord has an outage of " + Remedies.server(place));
        }
        throw new Refusals.NoChannel(Remedies.outside(place) + " (10004)");
    }

    /**
     * JDA forgets a thread when it is archived, and Discord brings it back when somebody writes.
     *
     * @see <a href="https://discord.com/developers/docs/topics/threads">Threads</a>
     */
    private Optional<ThreadChannel> archived(JDA jda, Place place) {
        Optional<IThreadContainer> parent =
                place.parent().map(id -> jda.getChannelById(IThreadContainer.class, id));
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        Optional<ThreadChannel> found =
                answers
                        .within(
                                parent.get().retrieveArchivedPublicThreadChannels().limit(100),
                                clock.instant().plus(ASKING_TAKES),
                                () -> true)
                        .stream()
                        .filter(thread -> thread.getId().equals(place.channel()))
                        .findFirst();
        found.filter(ThreadChannel::isLocked)
                .map(ThreadChannel::getGuild)
                .filter(guild -> !mayManage(guild, parent.get()))
                .ifPresent(guild -> {
                    throw new Refusals.Locked(Remedies.locked(place) + " (50083)");
                });
        return found;
    }

    private static boolean mayManage(Guild guild, IThreadContainer parent) {
        return guild.getSelfMember().hasPermission(parent, Permission.MANAGE_THREADS);
    }
}
