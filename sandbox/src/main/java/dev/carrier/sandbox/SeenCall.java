package dev.carrier.sandbox;

import dev.carrier.sandbox.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A call of the model as the sandbox saw it.
 *
 * @param seq counts from 1
 * @param at when it came in
 * @param model the model's name in the request
 * @param character who was to speak
 * @param line the beginning of a person's newest line
 * @param prompt a hash of the whole prompt
 * @param images the hashes of the pictures that it was shown, oldest first
 * @param took how long it took; empty while it is under way
 * @param status the HTTP status; 0 while it is under way, or when the connection was cut
 */
public record SeenCall(
        long seq,
        Instant at,
        String model,
        String character,
        String line,
        String prompt,
        List<String> images,
        Optional<Duration> took,
        int status) {
    static SeenCall of(JsonNode node) {
        var took = Json.number(node, "took");
        return new SeenCall(
                Json.number(node, "seq").orElse(0),
                Instant.ofEpochMilli(Json.number(node, "at").orElse(0)),
                Json.text(node, "model", ""),
                Json.text(node, "character", ""),
                Json.text(node, "line", ""),
                Json.text(node, "prompt", ""),
                Json.list(node, "images").stream()
                        .map(image -> Json.text(image, "sha256", ""))
                        .toList(),
                took.isPresent()
                        ? Optional.of(Duration.ofMillis(took.getAsLong()))
                        : Optional.empty(),
                (int) Json.number(node, "status").orElse(0));
    }
}
