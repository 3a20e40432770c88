package dev.carrier.ingest.discord;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.dv8tion.jda.api.entities.channel.concrete.PrivateChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.entities.emoji.CustomEmoji;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.events.channel.ChannelCreateEvent;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageBulkDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.message.MessageUpdateEvent;
import net.dv8tion.jda.api.events.message.react.GenericMessageReactionEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveEvent;
import net.dv8tion.jda.api.events.user.UserTypingEvent;

/**
 * Takes what the gateway delivers and puts it into its channel's lane. It runs on the gateway's
 * thread, so it neither asks Discord nor waits for anything: a listener that holds up that thread
 * ends the connection.
 */
final class Ear {
    private final Lanes lanes;
    private final Channels channels;
    private final Mapping mapping;
    private final SmallMapping small;
    private final Commanding commanding;
    private final Consumer<List<Arrival.Seen>> late;
    private final InstantSource clock;
    private final TypingThrottle typing = new TypingThrottle();
    private final OwnTyping own = new OwnTyping();

    /**
     * @param late takes the channels of a server that is there by now; must not block
     */
    Ear(
            Lanes lanes,
            Channels channels,
            Mapping mapping,
            SmallMapping small,
            Commanding commanding,
            Consumer<List<Arrival.Seen>> late,
            InstantSource clock) {
        this.lanes = lanes;
        this.channels = channels;
        this.mapping = mapping;
        this.small = small;
        this.commanding = commanding;
        this.late = late;
        this.clock = clock;
    }

    void hear(GenericEvent event) {
        switch (event) {
            case MessageReceivedEvent it -> received(it);
            case MessageUpdateEvent it ->
                    offer(it.getChannel().getIdLong(), () -> mapping.edited(it.getMessage()));
            case MessageDeleteEvent it -> deleted(it.getChannel(), it.getMessageId());
            case MessageBulkDeleteEvent it ->
                    it.getMessageIds().forEach(id -> deleted(it.getChannel(), id));
            case MessageReactionAddEvent it -> reacted(it, true);
            case MessageReactionRemoveEvent it -> reacted(it, false);
            case RawGatewayEvent it -> {
                own.release(it).ifPresent(this::typed);
                commanding.raw(it);
            }
            case SlashCommandInteractionEvent it -> commanding.used(it);
            case UserTypingEvent it when it.getChannel() instanceof PrivateChannel -> own.keep(it);
            case UserTypingEvent it -> typed(it);
            case ChannelCreateEvent it when it.getChannel() instanceof GuildMessageChannel made ->
                    begins(made, made.getIdLong() - 1);
            case ChannelDeleteEvent it -> gone(it.getChannel().getIdLong());
            case GuildJoinEvent it ->
                    Arrival.of(it.getGuild())
                            .forEach(seen ->
                                    begins(seen.channel(), Math.max(seen.latest(), seen.id() - 1)));
            // A server that was out of order: at the beginning of the session, or later.
            case GuildReadyEvent it -> late.accept(Arrival.of(it.getGuild()));
            case GuildAvailableEvent it -> late.accept(Arrival.of(it.getGuild()));
            default -> {}
        }
    }

    private void received(MessageReceivedEvent event) {
        var message = event.getMessage();
        if (!event.isFromGuild()) {
            channels.seeDm(event.getChannel().getIdLong());
        }
        lanes.of(event.getChannel().getIdLong())
                .offer(
                        new Heard(
                                message.getIdLong(),
                                () -> Optional.of(mapping.said(message, false))));
    }

    private void deleted(MessageChannel channel, String message) {
        Instant at = clock.instant();
        offer(channel.getIdLong(), () -> Optional.of(small.deleted(channel, message, at)));
    }

    private void reacted(GenericMessageReactionEvent event, boolean added) {
        Instant at = clock.instant();
        offer(
                event.getChannel().getIdLong(),
                () -> Optional.of(small.reacted(event, name(event.getEmoji()), added, at)));
    }

    private void typed(UserTypingEvent event) {
        var user = event.getUser();
        var at = event.getTimestamp().toInstant();
        long channel = event.getChannel().getIdLong();
        if (!user.isBot() && typing.passes(channel, user.getIdLong(), at)) {
            offer(channel, () -> Optional.of(small.typed(event, at)));
        }
    }

    /** A channel that can be heard from now on: what comes in it is missed if we are gone. */
    private void begins(GuildMessageChannel channel, long mark) {
        channels.see(channel);
        lanes.of(channel.getIdLong()).offer(Heard.beginning(mark));
    }

    private void gone(long channel) {
        channels.forget(channel);
        lanes.forget(channel);
    }

    private void offer(long channel, Heard.Telling event) {
        lanes.of(channel).offer(Heard.of(event));
    }

    private static String name(Emoji emoji) {
        return emoji instanceof CustomEmoji custom
                ? custom.getName() + ":" + custom.getId()
                : emoji.getName();
    }
}
