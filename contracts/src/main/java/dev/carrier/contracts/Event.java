package dev.carrier.contracts;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that happened on a platform, in the shape that every later stage reads. Each ingesting
 * account publishes its own copy, with itself in {@code heardBy}; copies share the id.
 */
public sealed interface Event extends Travels {

    /**
     * A message. Its text is as people see it: mentions by name, not by number.
     *
     * @param at the platform's time of it
     * @param replyTo the message that it answers
     * @param quote what that said, as far as the platform tells; it may be long ago
     */
    @Kind("said.v1")
    record Said(
            EventId id,
            Instant at,
            Place in,
            Author by,
            String text,
            Optional<EventId> replyTo,
            List<Attachment> attachments,
            List<Hearing> heardBy,
            Optional<Quote> quote)
            implements Event {

        /** A message of which nobody said what it answers. */
        public Said(
                EventId id,
                Instant at,
                Place in,
                Author by,
                String text,
                Optional<EventId> replyTo,
                List<Attachment> attachments,
                List<Hearing> heardBy) {
            this(id, at, in, by, text, replyTo, attachments, heardBy, Optional.empty());
        }
    }

    /**
     * A message's text is now another.
     *
     * @param target the {@link Said} that was edited
     * @param text the whole new text
     * @param attachments the files that are with it now; absent where nothing is known of them
     */
    @Kind("edited.v1")
    record Edited(
            EventId id,
            Instant at,
            Place in,
            Author by,
            EventId target,
            String text,
            List<Hearing> heardBy,
            Optional<List<Attachment>> attachments)
            implements Event {}

    /**
     * A message is gone.
     *
     * @param at when we heard of it: the platform gives no time
     * @param target the {@link Said} that was deleted
     */
    @Kind("deleted.v1")
    record Deleted(EventId id, Instant at, Place in, EventId target, List<Hearing> heardBy)
            implements Event {}

    /**
     * A reaction was set or taken away.
     *
     * @param at when we heard of it: the platform gives no time
     * @param emoji the character itself, or name and id of a custom one
     * @param added false when it was taken away
     */
    @Kind("reacted.v1")
    record Reacted(
            EventId id,
            Instant at,
            Place in,
            Author by,
            EventId target,
            String emoji,
            boolean added,
            List<Hearing> heardBy)
            implements Event {}

    /**
     * Somebody began to type, or still does.
     *
     * @param at the platform's time of it, whole seconds
     */
    @Kind("typed.v1")
    record Typed(EventId id, Instant at, Place in, Author by, List<Hearing> heardBy)
            implements Event {}

    /**
     * Somebody used a command of an account.
     *
     * @param at the platform's time of it
     * @param command its name, without the slash
     * @param options what was given with it as text, by name
     * @param mayManage the person may manage this server, or owns the account's application
     * @param interaction where the answer goes
     */
    @Kind("commanded.v1")
    record Commanded(
            EventId id,
            Instant at,
            Place in,
            Author by,
            String command,
            SortedMap<String, String> options,
            boolean mayManage,
            Interaction interaction,
            List<Hearing> heardBy)
            implements Event {
        public Commanded {
            options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        }
    }

    /**
     * Somebody has seen what an account wrote.
     *
     * @param at the platform's time of it
     * @param target the newest message that was seen
     */
    @Kind("read.v1")
    record Read(
            EventId id,
            Instant at,
            Place in,
            Author by,
            Optional<EventId> target,
            List<Hearing> heardBy)
            implements Event {}

    /**
     * An operator wants an account to publish something.
     *
     * @param at when it was ordered
     * @param in the account's publishing
     */
    @Kind("post-ordered.v1")
    record PostOrdered(EventId id, Instant at, Place in, Post post, List<Hearing> heardBy)
            implements Event {}

    /**
     * An operator wants an account to say something in its own words.
     *
     * @param at when it was ordered
     * @param replyTo the comment that it answers; absent in a DM
     * @param privately the comment is answered by a DM to its author
     * @param media a file of the outbox that is sent in place of the text, which is blank then; in
     *     a DM only
     */
    @Kind("say-ordered.v1")
    record SayOrdered(
            EventId id,
            Instant at,
            Place in,
            String text,
            Optional<EventId> replyTo,
            boolean privately,
            List<Hearing> heardBy,
            Optional<PostItem> media)
            implements Event {

        /** Words alone. */
        public SayOrdered(
                EventId id,
                Instant at,
                Place in,
                String text,
                Optional<EventId> replyTo,
                boolean privately,
                List<Hearing> heardBy) {
            this(id, at, in, text, replyTo, privately, heardBy, Optional.empty());
        }
    }

    /**
     * An operator wants something done with somebody's comment.
     *
     * @param at when it was ordered
     */
    @Kind("moderation-ordered.v1")
    record ModerationOrdered(
            EventId id,
            Instant at,
            Place in,
            EventId target,
            Moderation what,
            List<Hearing> heardBy)
            implements Event {}

    /** Of a kind that this build does not know. */
    record Unknown(ObjectNode body) implements Event, Unread {}
}
