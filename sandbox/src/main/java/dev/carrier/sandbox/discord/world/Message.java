package dev.carrier.sandbox.discord.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What someone wrote. Immutable; an edit is a new value under the same id.
 *
 * @param type what kind of message it is
 * @param reference the message that it answers; of a system message what it tells of
 * @param nonce what its author marked it with; shown to the author at once and never again
 * @param embeds Discord's embed objects as they were sent
 * @param extras stickers, a poll, a message passed on
 * @param accepted when it came to be
 */
public record Message(
        long id,
        long channel,
        User author,
        String content,
        Type type,
        Optional<Reference> reference,
        Optional<String> nonce,
        Mentions mentions,
        List<Attachment> attachments,
        List<Reaction> reactions,
        List<JsonNode> embeds,
        Extras extras,
        Instant accepted,
        Optional<Instant> edited) {
    /**
     * Discord's message types.
     * https://docs.discord.com/developers/resources/message#message-object-message-types
     */
    public enum Type {
        /** Someone said something. */
        DEFAULT(0),
        /** Discord itself: a message was pinned here. */
        PINNED(6),
        /** Discord itself: someone joined the guild. */
        JOINED(7),
        /** Discord itself: someone boosted the guild. */
        BOOSTED(8),
        /** Discord itself: a thread was begun here. */
        THREAD_CREATED(18),
        /** Someone answered a message. */
        REPLY(19),
        /** An application answers who used its command. */
        COMMAND(20),
        /** Discord itself: the thread was begun from a message elsewhere. */
        THREAD_STARTER(21),
        /** Discord itself: a poll ended. */
        POLL_RESULT(46);

        private final int code;

        Type(int code) {
            this.code = code;
        }

        /** Discord's number of it. */
        public int code() {
            return code;
        }
    }

    /** The same with these embeds. */
    public Message showing(List<JsonNode> shown) {
        return new Message(
                id,
                channel,
                author,
                content,
                type,
                reference,
                nonce,
                mentions,
                attachments,
                reactions,
                shown,
                extras,
                accepted,
                edited);
    }

    /** The same with other content. */
    public Message edited(String text, Mentions pings, List<JsonNode> shown, Instant at) {
        return new Message(
                id,
                channel,
                author,
                text,
                type,
                reference,
                nonce,
                pings,
                attachments,
                reactions,
                shown,
                extras,
                accepted,
                Optional.of(at));
    }

    /** The same with other reactions. */
    public Message with(List<Reaction> all) {
        return new Message(
                id,
                channel,
                author,
                content,
                type,
                reference,
                nonce,
                mentions,
                attachments,
                all,
                embeds,
                extras,
                accepted,
                edited);
    }
}
