package dev.carrier.sandbox;

import dev.carrier.sandbox.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A message as the sandbox has it.
 *
 * @param id its snowflake
 * @param channel where it is
 * @param author the id of who wrote it
 * @param authorName their name
 * @param bot whether a bot wrote it
 * @param content what it says now
 * @param nonce what its author marked it with
 * @param replyTo the message that it answers
 * @param acceptedAt when the sandbox accepted it
 * @param edited whether it was edited since
 * @param mentions the ids of those it pings
 * @param mentionsEveryone whether it pings everyone
 * @param attachments the names of its files
 * @param type default, reply, or one of Discord's own, such as thread_created or pinned
 * @param reactions emoji and the ids of those who put it there
 */
public record SeenMessage(
        String id,
        String channel,
        String author,
        String authorName,
        boolean bot,
        String content,
        Optional<String> nonce,
        Optional<String> replyTo,
        Instant acceptedAt,
        boolean edited,
        List<String> mentions,
        boolean mentionsEveryone,
        List<String> attachments,
        String type,
        Map<String, List<String>> reactions) {

    static SeenMessage of(JsonNode node) {
        var reactions = new LinkedHashMap<String, List<String>>();
        Json.list(node, "reactions")
                .forEach(r -> reactions.put(Json.text(r, "emoji", ""), texts(r, "users")));
        return new SeenMessage(
                Json.text(node, "id", ""),
                Json.text(node, "channel", ""),
                Json.text(node, "author", ""),
                Json.text(node, "authorName", ""),
                Json.text(node, "authorKind", "").equals("bot"),
                Json.text(node, "content", ""),
                Json.text(node, "nonce"),
                Json.text(node, "reference"),
                Instant.ofEpochMilli(Json.number(node, "accepted_at").orElse(0)),
                node.has("edited_at"),
                texts(node, "mentions"),
                Json.flag(node, "mentionsEveryone", false),
                Json.list(node, "attachments").stream().map(a -> Json.text(a, "name", "")).toList(),
                Json.text(node, "type", ""),
                reactions);
    }

    private static List<String> texts(JsonNode node, String key) {
        var texts = new ArrayList<String>();
        Json.list(node, key).forEach(text -> texts.add(text.asString("")));
        return List.copyOf(texts);
    }
}
