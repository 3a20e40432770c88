package dev.carrier.sandbox.instagram.webhook;

import dev.carrier.sandbox.instagram.payload.Update;
import dev.carrier.sandbox.instagram.world.App;
import dev.carrier.sandbox.json.Json;
import dev.carrier.sandbox.orders.Exchange;
import dev.carrier.sandbox.orders.Where;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What is sent at once; every attempt sends the same.
 *
 * @param number counts from 1
 * @param account the username of the first it concerns
 * @param fields what it tells of
 * @param body the JSON before it is escaped
 * @param since when it was first to be sent, in the world's time
 */
record Delivery(long number, String account, List<String> fields, JsonNode body, Instant since) {
    static Delivery of(long number, List<Update> updates, App.Form form, Instant now) {
        return new Delivery(
                number,
                updates.getFirst().account().username(),
                updates.stream().map(Update::field).distinct().toList(),
                Body.of(updates, form, now),
                now);
    }

    /** As orders and signals see it: a POST to {@code /webhook/FIELD}. */
    Exchange exchange() {
        return new Exchange(
                Where.INSTAGRAM_WEBHOOK,
                "POST",
                "/webhook/" + String.join(",", fields),
                account,
                Json.write(body));
    }
}
