package dev.carrier.sandbox;

import dev.carrier.sandbox.json.Json;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A container as it stands.
 *
 * @param id its id
 * @param owner the account's Instagram id
 * @param kind IMAGE, VIDEO, REELS, STORY_IMAGE, STORY_VIDEO or CAROUSEL
 * @param item whether it is a part of a carousel
 * @param caption empty for none
 * @param status IN_PROGRESS, FINISHED, ERROR, EXPIRED or PUBLISHED
 * @param made when
 * @param media what it became
 */
public record SeenContainer(
        String id,
        String owner,
        String kind,
        boolean item,
        String caption,
        String status,
        Instant made,
        Optional<String> media) {
    static SeenContainer of(JsonNode node) {
        return new SeenContainer(
                Json.text(node, "id", ""),
                Json.text(node, "owner", ""),
                Json.text(node, "kind", ""),
                Json.flag(node, "item", false),
                Json.text(node, "caption", ""),
                Json.text(node, "status", ""),
                Instant.ofEpochMilli(Json.number(node, "made").orElse(0)),
                Json.text(node, "media"));
    }
}
