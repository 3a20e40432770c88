package dev.carrier.ingest.discord;

import dev.carrier.contracts.Author;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Place;
import java.time.Instant;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.concrete.PrivateChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.events.message.react.GenericMessageReactionEvent;
import net.dv8tion.jda.api.events.user.UserTypingEvent;

/** What happens around messages, as events: deletions, reactions, typing. Thread-safe. */
final class SmallMapping {
    private final Mapping mapping;
    private final Standing standing;
    private final Partners partners;

    SmallMapping(Mapping mapping, Standing standing, Partners partners) {
        this.mapping = mapping;
        this.standing = standing;
        this.partners = partners;
    }

    /** A message is gone; Discord does not say who took it away. */
    Event.Deleted deleted(MessageChannel channel, String message, Instant at)
            throws InterruptedException {
        var in = place(channel, Optional.empty());
        return Mapping.deleted(message, at, in, hearing(channel, in, false));
    }

    /** A reaction was set or taken away. */
    Event.Reacted reacted(
            GenericMessageReactionEvent event, String emoji, boolean added, Instant at)
            throws InterruptedException {
        boolean self = isSelf(event.getJDA(), event.getUserIdLong());
        var in =
                place(event.getChannel(), self ? Optional.empty() : Optional.of(event.getUserId()));
        return Mapping.reacted(
                event.getMessageId(),
                emoji,
                added,
                at,
                in,
                author(event),
                hearing(event.getChannel(), in, self));
    }

    /** Somebody types. */
    Event.Typed typed(UserTypingEvent event, Instant at) throws InterruptedException {
        var user = event.getUser();
        var in = place(event.getChannel(), Optional.of(user.getId()));
        return Mapping.typed(
                at,
                in,
                Authors.of(user, Optional.ofNullable(event.getMember())),
                hearing(event.getChannel(), in, isSelf(event.getJDA(), user.getIdLong())));
    }

    private Author author(GenericMessageReactionEvent event) throws InterruptedException {
        Optional<Member> member = Optional.ofNullable(event.getMember());
        if (member.isEmpty() && event.isFromGuild()) {
            member = standing.member(event.getGuild(), event.getUserIdLong());
        }
        Optional<User> user =
                member.map(Member::getUser).or(() -> Optional.ofNullable(event.getUser()));
        if (user.isEmpty()) {
            user = Asking.patiently("user", event::retrieveUser);
        }
        var found = member;
        return user.map(it -> Authors.of(it, found))
                .orElseGet(() -> Authors.unknown(event.getUserId()));
    }

    private Hearing hearing(MessageChannel channel, Place in, boolean self)
            throws InterruptedException {
        boolean owned = channel instanceof GuildMessageChannel it && standing.owned(it.getGuild());
        return mapping.hearing(in, self, owned);
    }

    /**
     * Where it happened.
     *
     * @param person who is at the other end if it is a DM, where the event says it
     */
    private Place place(MessageChannel channel, Optional<String> person) {
        return switch (channel) {
            case GuildMessageChannel it -> Places.of(it);
            case PrivateChannel it ->
                    Places.dm(
                            it.getId(),
                            person.or(() -> partners.of(it.getIdLong()).map(String::valueOf))
                                    .or(() ->
                                            Optional.ofNullable(it.getUser())
                                                    .map(ISnowflake::getId)));
            default -> Places.dm(channel.getId(), person);
        };
    }

    private static boolean isSelf(JDA discord, long user) {
        return discord.getSelfUser().getIdLong() == user;
    }
}
