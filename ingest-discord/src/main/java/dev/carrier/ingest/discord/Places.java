package dev.carrier.ingest.discord;

import dev.carrier.contracts.Event;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import java.util.Optional;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.attribute.ICategorizableChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;

/** Where something happens on Discord. Pure. */
final class Places {
    private static final String PLATFORM = "discord";

    private Places() {}

    /** A channel or thread of a server. */
    static Place of(GuildChannel channel) {
        var thread =
                channel instanceof ThreadChannel it
                        ? Optional.of(it)
                        : Optional.<ThreadChannel>empty();
        Channel categorised = thread.<Channel>map(ThreadChannel::getParentChannel).orElse(channel);
        return new Place(
                Place.discordConversation(channel.getId()),
                PLATFORM,
                thread.isPresent() ? PlaceKind.THREAD : PlaceKind.CHANNEL,
                channel.getId(),
                thread.map(it -> it.getParentChannel().getId()),
                category(categorised),
                Optional.of(channel.getGuild().getId()),
                Optional.of(channel.getGuild().getName()),
                Optional.of(channel.getName()),
                Optional.empty());
    }

    /** A DM with that person; empty as long as Discord did not say who it is. */
    static Place dm(String channel, Optional<String> person) {
        return new Place(
                Place.discordConversation(channel),
                PLATFORM,
                PlaceKind.DM,
                channel,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                person.map(Places::person));
    }

    /** A user of Discord as we name people. */
    static PersonId person(String user) {
        return new PersonId("discord:user:" + user);
    }

    /** The user's id within {@link #person}. */
    static long number(PersonId person) {
        String value = person.value();
        return Long.parseLong(value.substring(value.lastIndexOf(':') + 1));
    }

    /** Where an event happened. */
    static Place in(Event event) {
        return switch (event) {
            case Event.Said said -> said.in();
            case Event.Edited edited -> edited.in();
            case Event.Deleted deleted -> deleted.in();
            case Event.Reacted reacted -> reacted.in();
            case Event.Typed typed -> typed.in();
            case Event.Commanded command -> command.in();
            case Event.Read _,
                    Event.PostOrdered _,
                    Event.SayOrdered _,
                    Event.ModerationOrdered _,
                    Event.Unknown _ ->
                    throw new IllegalArgumentException("nothing like it comes from here");
        };
    }

    private static Optional<String> category(Channel channel) {
        return channel instanceof ICategorizableChannel it && it.getParentCategoryIdLong() != 0
                ? Optional.of(Long.toString(it.getParentCategoryIdLong()))
                : Optional.empty();
    }
}
