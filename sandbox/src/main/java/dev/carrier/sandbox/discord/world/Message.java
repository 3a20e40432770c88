package dev.carrier.sandbox.discord.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * What someone wrote. Immutable; an edit is a new value under the same id.
 *
 * @param replyTo the message that it answers
 * @param nonce what its author marked it with; shown to the author at once and never again
 * @param embeds Discord's embed objects as they were sent
 * @param accepted when it came to be
 */
public record Message(
        long id,
        long channel,
        User author,
        String content,
        OptionalLong replyTo,
        Optional<String> nonce,
        Mentions mentions,
        List<Attachment> attachments,
        List<Reaction> reactions,
        List<JsonNode> embeds,
        Instant accepted,
        Optional<Instant> edited) {

    /** The same with other content. */
    public Message edited(String text, Mentions pings, List<JsonNode> shown, Instant at) {
        return new Message(
                id,
                channel,
                author,
                text,
                replyTo,
                nonce,
                pings,
                attachments,
                reactions,
                shown,
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
                replyTo,
                nonce,
                mentions,
                attachments,
                all,
                embeds,
                accepted,
                edited);
    }
}
