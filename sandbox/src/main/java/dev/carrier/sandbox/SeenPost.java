package dev.carrier.sandbox;

import dev.carrier.sandbox.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Something published on the sandbox's Instagram.
 *
 * @param id the media's id
 * @param owner the Instagram id of the account, or a person's id
 * @param caption empty if it has none
 * @param type IMAGE, VIDEO or CAROUSEL_ALBUM
 * @param product FEED, REELS, STORY, AD or LIVE
 * @param url where its bytes were fetched from
 * @param permalink its address for people
 * @param at when it was published, in the sandbox's time
 * @param altText an image's alternative text
 * @param aiGenerated whether it says that an AI made it
 * @param commentsOn whether comments are allowed
 * @param children the parts of an album, in order
 */
public record SeenPost(
        String id,
        String owner,
        String caption,
        String type,
        String product,
        String url,
        String permalink,
        Instant at,
        Optional<String> altText,
        boolean aiGenerated,
        boolean commentsOn,
        List<SeenPost> children) {
    static SeenPost of(JsonNode node) {
        return new SeenPost(
                Json.text(node, "id", ""),
                Json.text(node.path("owner"), "id", ""),
                Json.text(node, "caption", ""),
                Json.text(node, "type", ""),
                Json.text(node, "product", ""),
                Json.text(node, "url", ""),
                Json.text(node, "permalink", ""),
                Instant.ofEpochMilli(Json.number(node, "at").orElse(0)),
                Json.text(node, "altText"),
                Json.flag(node, "aiGenerated", false),
                Json.flag(node, "commentsOn", true),
                Json.list(node, "children").stream().map(SeenPost::of).toList());
    }
}
