package dev.carrier.sandbox;

import dev.carrier.sandbox.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A direct message on the sandbox's Instagram.
 *
 * @param mid its id
 * @param by the id of who wrote it: the person's, or the account's Instagram id
 * @param via {@code person}, {@code api} (an app sent it) or {@code app} (a human typed it as the
 *     account)
 * @param text what it says now; empty if it is nothing but files
 * @param files the addresses of its files
 * @param replyTo the message it answers
 * @param comment the comment it answers in private
 * @param reactions emoji by the id of who reacted
 * @param at when, in the sandbox's time
 * @param edits how often it was edited
 * @param deleted whether it was unsent
 */
public record SeenDm(
        String mid,
        String by,
        String via,
        String text,
        List<String> files,
        Optional<String> replyTo,
        Optional<String> comment,
        Map<String, String> reactions,
        Instant at,
        int edits,
        boolean deleted) {
    static SeenDm of(JsonNode node) {
        var reactions = new LinkedHashMap<String, String>();
        node.path("reactions")
                .properties()
                .forEach(it -> reactions.put(it.getKey(), it.getValue().asString("")));
        return new SeenDm(
                Json.text(node, "mid", ""),
                Json.text(node.path("by"), "id", ""),
                Json.text(node, "via", ""),
                Json.text(node, "text", ""),
                Json.list(node, "files").stream().map(it -> Json.text(it, "url", "")).toList(),
                Json.text(node, "replyTo"),
                Json.text(node, "comment"),
                reactions,
                Instant.ofEpochMilli(Json.number(node, "at").orElse(0)),
                (int) Json.number(node, "edits").orElse(0),
                Json.flag(node, "deleted", false));
    }
}
