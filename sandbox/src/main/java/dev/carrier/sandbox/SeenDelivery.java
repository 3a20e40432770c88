package dev.carrier.sandbox;

import dev.carrier.sandbox.json.Json;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One attempt of the sandbox's Instagram to deliver to the webhook.
 *
 * @param delivery its number; attempts and copies of the same delivery share it; 0 for a forged one
 * @param attempt counts from 1
 * @param at when, in real time
 * @param account the username of the account it concerns first
 * @param fields what it tells of: comments, messages …
 * @param status what the webhook answered; 0 if it did not
 * @param ms how long it took to answer
 * @param signature what was in {@code X-Hub-Signature-256}; empty if nothing
 * @param body what was sent; for a forged one what was answered
 */
public record SeenDelivery(
        long delivery,
        int attempt,
        Instant at,
        String account,
        List<String> fields,
        int status,
        long ms,
        String signature,
        String body) {
    static SeenDelivery of(JsonNode node) {
        return new SeenDelivery(
                Json.number(node, "delivery").orElse(0),
                (int) Json.number(node, "attempt").orElse(0),
                Instant.ofEpochMilli(Json.number(node, "at").orElse(0)),
                Json.text(node, "account", ""),
                Json.list(node, "fields").stream().map(it -> it.asString("")).toList(),
                (int) Json.number(node, "status").orElse(0),
                Json.number(node, "ms").orElse(0),
                Json.text(node, "signature", ""),
                Json.text(node, "body", ""));
    }
}
