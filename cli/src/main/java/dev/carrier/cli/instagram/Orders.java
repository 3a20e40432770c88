package dev.carrier.cli.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Ids;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Moderation;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Post;
import dev.carrier.contracts.PostItem;
import dev.carrier.instagram.Comment;
import dev.carrier.instagram.Me;
import dev.carrier.runtime.SetupProblem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * An operator's orders as events, for one account. Pure.
 *
 * @param account its name in the settings
 * @param me who it is on Instagram
 * @param now when it is ordered
 * @param nonce tells two equal orders apart
 */
record Orders(AccountId account, Me me, Instant now, String nonce) {
    private static final String PLATFORM = "instagram";

    /**
     * What a direct message may have, in bytes of UTF-8,
     * https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api
     */
    private static final int LONGEST_MESSAGE = 1000;

    /** Those of an account, given now. Asks who it is. */
    static Orders of(Reached account, Instant now) {
        return new Orders(account.id(), account.me(), now, UUID.randomUUID().toString());
    }

    Event.PostOrdered post(Post post) {
        Place in =
                place(
                        Place.instagramPublishing(me.id()),
                        PlaceKind.PUBLISHING,
                        me.id(),
                        Optional.empty());
        String content = new String(Json.canonical(post), StandardCharsets.UTF_8);
        return new Event.PostOrdered(id(in, content), now, in, post, heardBy());
    }

    /** An answer for everybody to see. */
    Event.SayOrdered reply(Comment comment, String text) {
        Place in = below(comment);
        return say(in, text, Optional.of(said(comment)), false);
    }

    /** An answer to a comment that only its author sees. */
    Event.SayOrdered privately(Comment comment, String text) {
        String author =
                comment.from()
                        .orElseThrow(() ->
                                new SetupProblem(
                                        "Instagram does not say who wrote the comment "
                                                + comment.id()
                                                + ", so it cannot be answered privately",
                                        "answer it without --privately"))
                        .id();
        requireMessage(text);
        return say(inbox(author), text, Optional.of(said(comment)), true);
    }

    /** A direct message to a person, by the id that the account knows them by. */
    Event.SayOrdered dm(String person, String text) {
        requireMessage(text);
        return say(inbox(person), text, Optional.empty(), false);
    }

    /** A file in place of words. */
    Event.SayOrdered file(String person, PostItem item) {
        Place in = inbox(person);
        return new Event.SayOrdered(
                id(in, item.file()),
                now,
                in,
                "",
                Optional.empty(),
                false,
                heardBy(),
                Optional.of(item));
    }

    Event.ModerationOrdered moderate(Comment comment, Moderation what) {
        Place in = below(comment);
        EventId target = said(comment);
        return new Event.ModerationOrdered(
                id(in, what + " " + target), now, in, target, what, heardBy());
    }

    /**
     * Makes sure that it fits into a direct message.
     *
     * @throws SetupProblem when it does not
     */
    static void requireMessage(String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_MESSAGE) {
            throw new SetupProblem(
                    "the text has %d bytes; a direct message on Instagram takes %d"
                            .formatted(bytes, LONGEST_MESSAGE),
                    "shorten it, or write several");
        }
    }

    private Event.SayOrdered say(
            Place in, String text, Optional<EventId> replyTo, boolean privately) {
        if (text.isBlank()) {
            throw new SetupProblem("there is nothing to be said", "give a text");
        }
        String content = text + " " + replyTo.map(EventId::value).orElse("") + " " + privately;
        return new Event.SayOrdered(id(in, content), now, in, text, replyTo, privately, heardBy());
    }

    private Place below(Comment comment) {
        String root = comment.parent().orElse(comment.id());
        return place(Place.instagramComments(root), PlaceKind.COMMENTS, root, comment.media());
    }

    private Place inbox(String person) {
        return new Place(
                Place.instagramDm(me.id(), person),
                PLATFORM,
                PlaceKind.DM,
                person,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new PersonId("instagram:user:" + person)));
    }

    private Place place(
            ConversationId in, PlaceKind kind, String channel, Optional<String> parent) {
        return new Place(
                in,
                PLATFORM,
                kind,
                channel,
                parent,
                Optional.empty(),
                Optional.of(me.id()),
                Optional.of(me.username()),
                Optional.empty(),
                Optional.empty());
    }

    private EventId id(Place in, String content) {
        String derived =
                Ids.derive("o", in.conversation().value(), account.value(), content, nonce);
        return EventId.of(PLATFORM, derived, "ordered", "0");
    }

    private List<Hearing> heardBy() {
        return List.of(new Hearing(account, false, new TreeSet<>(), true, true, false));
    }

    private static EventId said(Comment comment) {
        return EventId.said(PLATFORM, comment.id());
    }
}
