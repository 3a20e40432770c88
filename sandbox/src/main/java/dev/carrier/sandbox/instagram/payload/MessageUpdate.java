package dev.carrier.sandbox.instagram.payload;

import dev.carrier.sandbox.instagram.world.Author;
import dev.carrier.sandbox.instagram.world.Dm;
import dev.carrier.sandbox.instagram.world.Words;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.json.Json;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Direct messages and what is done with them. What the account itself sent comes back as an echo,
 * its reactions do not.
 *
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/webhooks/examples">Webhook
 *     examples</a>
 */
public final class MessageUpdate {
    /**
     * What Instagram does not hand on, such as a sticker; it only says that there was something.
     */
    private static final String UNSUPPORTED = "unsupported";

    private MessageUpdate() {}

    /** A message, an echo, or a button. */
    public static Update written(World world, Dm dm) {
        if (dm.says().button()) {
            var node = messaging(dm, dm.at());
            node.putObject("postback")
                    .put("mid", dm.mid())
                    .put("title", dm.says().text())
                    .put("payload", dm.says().payload().orElse(""));
            return update(dm, "messaging_postbacks", dm.at(), node);
        }
        var node = messaging(dm, dm.at());
        var message = node.putObject("message").put("mid", dm.mid());
        fill(world, message, dm.says());
        if (dm.ours()) {
            message.put("is_echo", true);
        }
        return update(dm, "messages", dm.at(), node);
    }

    private static void fill(World world, ObjectNode message, Words says) {
        if (!says.text().isEmpty()) {
            message.put("text", says.text());
        }
        says.payload().ifPresent(it -> message.putObject("quick_reply").put("payload", it));
        says.replyTo().ifPresent(it -> message.putObject("reply_to").put("mid", it));
        says.story()
                .ifPresent(id -> {
                    var story = message.putObject("reply_to").putObject("story").put("id", id);
                    world.media(id).ifPresent(it -> story.put("url", it.is().url()));
                });
        if (says.files().stream().anyMatch(it -> it.type().equals(UNSUPPORTED))) {
            message.put("is_unsupported", true);
        } else if (!says.files().isEmpty()) {
            var list = message.putArray("attachments");
            for (var file : says.files()) {
                list.addObject()
                        .put("type", file.type())
                        .putObject("payload")
                        .put("url", file.url());
            }
        }
    }

    /** {@code is_deleted}: the person unsent it. */
    public static Update unsent(Dm dm, Instant at) {
        var node = messaging(dm, at);
        node.putObject("message").put("mid", dm.mid()).put("is_deleted", true);
        return update(dm, "messages", at, node);
    }

    /** {@code message_edit}. */
    public static Update edited(Dm dm, Instant at) {
        var node = messaging(dm, at);
        node.putObject("message_edit")
                .put("mid", dm.mid())
                .put("text", dm.says().text())
                .put("num_edit", dm.edits());
        return update(dm, "message_edit", at, node);
    }

    /** {@code reaction} of a person. */
    public static Update reacted(Dm dm, Author by, Optional<String> emoji, Instant at) {
        var node = messaging(dm.thread().account().id(), by.id(), at, false);
        var reaction =
                node.putObject("reaction")
                        .put("mid", dm.mid())
                        .put("action", emoji.isPresent() ? "react" : "unreact");
        emoji.ifPresent(it -> reaction.put("reaction", name(it)).put("emoji", it));
        return update(dm, "message_reactions", at, node);
    }

    /** {@code read}: the person has read everything up to it. */
    public static Update read(Dm dm, Instant at) {
        var node = messaging(dm.thread().account().id(), dm.thread().person().id(), at, false);
        node.putObject("read").put("mid", dm.mid());
        return update(dm, "messaging_seen", at, node);
    }

    private static String name(String emoji) {
        return emoji.startsWith("❤") ? "love" : "other";
    }

    private static ObjectNode messaging(Dm dm, Instant at) {
        var account = dm.thread().account().id();
        return messaging(account, dm.thread().person().id(), at, dm.ours());
    }

    private static ObjectNode messaging(String account, String person, Instant at, boolean ours) {
        var node = Json.object();
        node.putObject("sender").put("id", ours ? account : person);
        node.putObject("recipient").put("id", ours ? person : account);
        return node.put("timestamp", at.toEpochMilli());
    }

    private static Update update(Dm dm, String field, Instant at, ObjectNode value) {
        return new Update(dm.thread().account(), field, at, dm.thread().id(), value);
    }
}
