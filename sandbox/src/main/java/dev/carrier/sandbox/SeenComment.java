package dev.carrier.sandbox;

import dev.carrier.sandbox.json.Json;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A comment on the sandbox's Instagram.
 *
 * @param id its id
 * @param media what it is about
 * @param parent the comment above it; empty at the top
 * @param by the id of who wrote it: a person's, or an account's Instagram id
 * @param username of who wrote it
 * @param text what it says
 * @param at when, in the sandbox's time
 * @param hidden whether it is hidden
 * @param deleted whether it is gone
 * @param answered whether it got its private reply
 */
public record SeenComment(
        String id,
        String media,
        Optional<String> parent,
        String by,
        String username,
        String text,
        Instant at,
        boolean hidden,
        boolean deleted,
        boolean answered) {
    static SeenComment of(JsonNode node) {
        return new SeenComment(
                Json.text(node, "id", ""),
                Json.text(node, "media", ""),
                Json.text(node, "parent"),
                Json.text(node.path("by"), "id", ""),
                Json.text(node.path("by"), "username", ""),
                Json.text(node, "text", ""),
                Instant.ofEpochMilli(Json.number(node, "at").orElse(0)),
                Json.flag(node, "hidden", false),
                Json.flag(node, "deleted", false),
                Json.flag(node, "answered", false));
    }
}
