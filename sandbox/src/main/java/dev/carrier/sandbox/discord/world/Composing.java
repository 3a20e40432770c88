package dev.carrier.sandbox.discord.world;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * Makes the messages of a {@link World}: those that somebody wrote, and those by which Discord
 * itself tells of something. Guarded by the world's monitor.
 */
final class Composing {
    private static final int LONGEST = 2000;

    private final World world;

    Composing(World world) {
        this.world = world;
    }

    /** Refuses what Discord would not take. */
    static void check(Draft draft) {
        checkContent(draft.content());
        if (draft.content().isBlank()
                && draft.attachments().isEmpty()
                && draft.embeds().isEmpty()
                && !draft.extras().suffices()) {
            throw Rejected.with(400, 50006, "Cannot send an empty message");
        }
        if (draft.nonce().filter(n -> n.length() > 25).isPresent()) {
            throw Rejected.form("nonce", "NONCE_TYPE_TOO_LONG", "Must be 25 or fewer in length.");
        }
    }

    /** Refuses a text that is too long. */
    static void checkContent(String content) {
        if (content.codePointCount(0, content.length()) > LONGEST) {
            throw Rejected.form(
                    "content", "BASE_TYPE_MAX_LENGTH", "Must be 2000 or fewer in length.");
        }
    }

    /**
     * The message of a draft.
     *
     * @param repliedTo what it answers, if that is there
     */
    Message of(Draft draft, Channel channel, Optional<Message> repliedTo) {
        var pings =
                draft.allowed()
                        .in(
                                draft.content(),
                                repliedTo.map(Message::author),
                                Permissions.may(
                                        world,
                                        draft.author().id(),
                                        channel,
                                        Permission.MENTION_EVERYONE));
        return new Message(
                world.newId(),
                channel.id(),
                draft.author(),
                draft.content().strip(),
                repliedTo.isPresent() ? Message.Type.REPLY : Message.Type.DEFAULT,
                repliedTo
                        .or(draft.extras()::forwarded)
                        .map(m -> new Reference(m.channel(), OptionalLong.of(m.id()))),
                draft.nonce(),
                pings,
                draft.attachments(),
                List.of(),
                draft.embeds(),
                draft.extras(),
                world.clock().instant(),
                Optional.empty());
    }

    /** What Discord itself tells of what {@code by} did. */
    Message told(Channel in, User by, String text, Message.Type type, Optional<Reference> to) {
        return told(in, by, text, type, to, List.of());
    }

    /** The same with embeds. */
    Message told(
            Channel in,
            User by,
            String text,
            Message.Type type,
            Optional<Reference> to,
            List<JsonNode> embeds) {
        return new Message(
                world.newId(),
                in.id(),
                by,
                text,
                type,
                to,
                Optional.empty(),
                new Mentions(List.of(), List.of(), false),
                List.of(),
                List.of(),
                embeds,
                Extras.NONE,
                world.clock().instant(),
                Optional.empty());
    }
}
