package dev.carrier.ingest.discord;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Address;
import dev.carrier.contracts.Attachment;
import dev.carrier.contracts.Author;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.Quote;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageReference;
import net.dv8tion.jda.api.entities.MessageType;
import net.dv8tion.jda.api.entities.channel.concrete.PrivateChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;

/**
 * Messages of Discord as events, from the gateway and from the history alike. It may ask Discord
 * about members and so belongs into a lane. Thread-safe.
 */
final class Mapping {
    private static final String PLATFORM = "discord";
    private static final int LONGEST_QUOTE = 300;

    private final AccountId account;
    private final Standing standing;
    private final Partners partners;

    Mapping(AccountId account, Standing standing, Partners partners) {
        this.account = account;
        this.standing = standing;
        this.partners = partners;
    }

    /**
     * A message in its first form.
     *
     * @param late it comes from the history
     */
    Event.Said said(Message message, boolean late) throws InterruptedException {
        return said(message, late, false);
    }

    /** The same; {@code more} says that more of what was missed there follows. */
    Event.Said said(Message message, boolean late, boolean more) throws InterruptedException {
        return new Event.Said(
                EventId.discordSaid(message.getId()),
                message.getTimeCreated().toInstant(),
                place(message),
                author(message),
                Content.of(message),
                replyTo(message).map(EventId::discordSaid),
                attachments(message),
                List.of(hearing(message, late, more)),
                quote(message));
    }

    /** A message whose text was changed; empty when Discord only added to it, such as a preview. */
    Optional<Event.Edited> edited(Message message) throws InterruptedException {
        var at = Optional.ofNullable(message.getTimeEdited()).map(time -> time.toInstant());
        if (at.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Event.Edited(
                        EventId.of(
                                PLATFORM,
                                message.getId(),
                                "edited",
                                Long.toString(at.get().toEpochMilli())),
                        at.get(),
                        place(message),
                        author(message),
                        EventId.discordSaid(message.getId()),
                        Content.of(message),
                        List.of(hearing(message, false, false)),
                        Optional.of(attachments(message))));
    }

    /** A message that is gone. */
    static Event.Deleted deleted(String message, Instant at, Place in, Hearing hearing) {
        return new Event.Deleted(
                EventId.of(PLATFORM, message, "deleted", "0"),
                at,
                in,
                EventId.discordSaid(message),
                List.of(hearing));
    }

    /** A reaction that was set or taken away. */
    static Event.Reacted reacted(
            String message,
            String emoji,
            boolean added,
            Instant at,
            Place in,
            Author by,
            Hearing hearing) {
        String revision = by.person().value() + ":" + emoji + (added ? ":set" : ":taken");
        return new Event.Reacted(
                EventId.of(PLATFORM, message, "reacted", revision),
                at,
                in,
                by,
                EventId.discordSaid(message),
                emoji,
                added,
                List.of(hearing));
    }

    /** Somebody who is typing. */
    static Event.Typed typed(Instant at, Place in, Author by, Hearing hearing) {
        String revision = by.person().value() + ":" + at.getEpochSecond();
        return new Event.Typed(
                EventId.of(PLATFORM, in.channel(), "typed", revision),
                at,
                in,
                by,
                List.of(hearing));
    }

    /** What this account's connection tells about something in that place that is no message. */
    Hearing hearing(Place in, boolean self, boolean owned) throws InterruptedException {
        return new Hearing(
                account, self, Collections.emptySortedSet(), owned, memberIn(in, self), false);
    }

    /** The same of a command, which wants an answer there. */
    Hearing hearing(Place in, boolean owned, Optional<String> barred) throws InterruptedException {
        return new Hearing(
                account,
                false,
                Collections.emptySortedSet(),
                owned,
                memberIn(in, false),
                false,
                Optional.empty(),
                barred,
                Optional.empty());
    }

    private Hearing hearing(Message message, boolean late, boolean more)
            throws InterruptedException {
        boolean self = isSelf(message);
        boolean owned = message.isFromGuild() && standing.owned(message.getGuild());
        return new Hearing(
                account,
                self,
                address(message),
                owned,
                memberIn(place(message), self),
                late,
                opener(message),
                self ? Optional.empty() : Barred.from(message),
                more ? Optional.of(true) : Optional.empty());
    }

    private static Optional<Boolean> opener(Message message) {
        return message.isFromGuild()
                        && message.getGuildChannel() instanceof ThreadChannel thread
                        && thread.getOwnerIdLong() == message.getJDA().getSelfUser().getIdLong()
                ? Optional.of(true)
                : Optional.empty();
    }

    private boolean memberIn(Place in, boolean self) throws InterruptedException {
        var partner = in.partner();
        if (partner.isEmpty() || self) {
            return false;
        }
        return standing.memberOfOwned(Places.number(partner.get()));
    }

    private static SortedSet<Address> address(Message message) {
        var self = message.getJDA().getSelfUser();
        List<String> ownRoles =
                message.isFromGuild()
                        ? ids(message.getGuild().getSelfMember().getUnsortedRoles())
                        : List.of();
        return isSelf(message)
                ? new TreeSet<>()
                : Addressing.of(
                        self.getId(),
                        message.getContentRaw(),
                        ids(message.getMentions().getRoles()),
                        ownRoles,
                        answered(message)
                                .map(MessageReference::getMessage)
                                .filter(Mapping::isSelf)
                                .isPresent());
    }

    private Place place(Message message) {
        if (message.isFromGuild()) {
            return Places.of(message.getGuildChannel());
        }
        long channel = message.getChannelIdLong();
        if (!isSelf(message)) {
            partners.heard(channel, message.getAuthor().getIdLong());
        }
        return Places.dm(
                Long.toUnsignedString(channel),
                partners.of(channel)
                        .map(String::valueOf)
                        .or(() -> partner(message.getChannel().asPrivateChannel())));
    }

    private static Optional<String> partner(PrivateChannel channel) {
        return Optional.ofNullable(channel.getUser()).map(ISnowflake::getId);
    }

    private Author author(Message message) throws InterruptedException {
        Optional<Member> member = Optional.ofNullable(message.getMember());
        if (member.isEmpty() && message.isFromGuild() && !message.isWebhookMessage()) {
            member = standing.member(message.getGuild(), message.getAuthor().getIdLong());
        }
        return Authors.of(message, member);
    }

    /** Also those of a message that was passed on. */
    private static List<Attachment> attachments(Message message) {
        return Stream.concat(
                        message.getAttachments().stream(),
                        message.getMessageSnapshots().stream()
                                .flatMap(it -> it.getAttachments().stream()))
                .map(Mapping::attachment)
                .toList();
    }

    private static Optional<String> replyTo(Message message) {
        return answered(message).map(MessageReference::getMessageId);
    }

    /** Discord sends it along, however old it is. */
    private static Optional<Quote> quote(Message message) {
        return answered(message)
                .map(MessageReference::getMessage)
                .map(one ->
                        new Quote(
                                one.getAuthor().getEffectiveName(),
                                Brief.line(Content.of(one), LONGEST_QUOTE)))
                .filter(quote -> !quote.text().isBlank());
    }

    /** The message that this one answers: forwarding, pinning and crossposting refer, too. */
    private static Optional<MessageReference> answered(Message message) {
        return message.getType() == MessageType.INLINE_REPLY
                ? Optional.ofNullable(message.getMessageReference())
                : Optional.empty();
    }

    private static Attachment attachment(Message.Attachment file) {
        return new Attachment(
                file.getId(),
                file.getFileName(),
                Optional.ofNullable(file.getContentType()),
                file.getSize(),
                file.getUrl(),
                Optional.ofNullable(file.getDescription()).filter(text -> !text.isBlank()));
    }

    private static boolean isSelf(Message message) {
        return message.getAuthor().getIdLong() == message.getJDA().getSelfUser().getIdLong();
    }

    private static List<String> ids(Collection<? extends ISnowflake> all) {
        return all.stream().map(ISnowflake::getId).toList();
    }
}
