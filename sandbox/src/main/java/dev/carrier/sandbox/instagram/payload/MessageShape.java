package dev.carrier.sandbox.instagram.payload;

import dev.carrier.sandbox.instagram.graph.Shape;
import dev.carrier.sandbox.instagram.world.Author;
import dev.carrier.sandbox.instagram.world.Dm;
import dev.carrier.sandbox.instagram.world.Inbox;
import dev.carrier.sandbox.instagram.world.Words;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.json.Json;
import java.util.Optional;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A direct message.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/conversations-api">Conversations
 *     API</a>
 */
final class MessageShape {
    private MessageShape() {}

    static Shape<Dm> of(World world, Inbox inbox) {
        return new Shape<Dm>("InstagramMessage")
                .usual("id", "created_time")
                .tellsAllOnly(inbox::readable, "id", "created_time")
                .text("id", Dm::mid)
                .text("created_time", it -> Times.of(it.at()))
                .text("message", it -> it.says().text())
                .field("from", (_, it, _) -> Optional.of(who(it.by())))
                .field(
                        "to",
                        (_, it, _) -> {
                            var to = Json.object();
                            to.putArray("data")
                                    .add(
                                            who(
                                                    it.ours()
                                                            ? it.thread().person()
                                                            : it.thread().account().author()));
                            return Optional.of(to);
                        })
                .field(
                        "is_unsupported",
                        (_, it, _) ->
                                Optional.of(
                                        BooleanNode.valueOf(
                                                it.says().files().stream()
                                                        .anyMatch(one ->
                                                                one.type().equals("unsupported")))))
                .field(
                        "reply_to",
                        (_, it, _) -> it.says().replyTo().map(mid -> Json.object().put("mid", mid)))
                .field("story", (_, it, _) -> it.says().story().map(id -> story(world, id)))
                .field(
                        "attachments",
                        (_, it, _) ->
                                it.says().files().isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(files(it.says())))
                .field(
                        "reactions",
                        (_, it, _) -> {
                            var node = Json.object();
                            var data = node.putArray("data");
                            it.reactions()
                                    .forEach((id, emoji) -> {
                                        var one = data.addObject().put("reaction", emoji);
                                        var users = one.putArray("users");
                                        world.author(id).ifPresent(by -> users.add(who(by)));
                                    });
                            return data.isEmpty() ? Optional.empty() : Optional.of(node);
                        });
    }

    static ObjectNode who(Author by) {
        return Json.object().put("username", by.username()).put("id", by.id());
    }

    private static ObjectNode story(World world, String id) {
        var node = Json.object();
        var to = node.putObject("reply_to").put("id", id);
        world.media(id).ifPresent(it -> to.put("link", it.is().url()));
        return node;
    }

    private static ObjectNode files(Words words) {
        var node = Json.object();
        var data = node.putArray("data");
        for (var file : words.files()) {
            var key =
                    switch (file.type()) {
                        case "image" -> "image_data";
                        case "video" -> "video_data";
                        default -> "file_url";
                    };
            if (key.equals("file_url")) {
                data.addObject().put(key, file.url());
            } else {
                data.addObject().putObject(key).put("url", file.url());
            }
        }
        return node;
    }
}
