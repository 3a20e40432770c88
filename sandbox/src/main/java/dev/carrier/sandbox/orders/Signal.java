package dev.carrier.sandbox.orders;

import dev.carrier.sandbox.json.Json;
import java.time.Instant;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * Something that has just happened.
 *
 * @param seq counts from 1 without gaps
 * @param at when
 * @param point what
 * @param exchange to which request or connection
 * @param status the HTTP status that was or will be answered; at the gateway the close code
 */
public record Signal(long seq, Instant at, Point point, Exchange exchange, OptionalInt status) {
    /** As the control API gives it; {@code at} in epoch milliseconds. */
    public JsonNode json() {
        var node = Json.object();
        node.put("seq", seq).put("at", at.toEpochMilli()).put("point", point.key());
        node.put("where", exchange.where().key())
                .put("method", exchange.method())
                .put("path", exchange.path());
        node.put("account", exchange.account());
        status.ifPresent(code -> node.put("status", code));
        return node.put("excerpt", exchange.excerpt());
    }
}
