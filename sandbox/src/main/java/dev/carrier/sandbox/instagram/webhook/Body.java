package dev.carrier.sandbox.instagram.webhook;

import dev.carrier.sandbox.instagram.payload.Update;
import dev.carrier.sandbox.instagram.world.App;
import dev.carrier.sandbox.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of a delivery and its signature. Stateless.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started#event-notifications">Event
 *     notifications: the signature is over the escaped form of the body</a>
 */
public final class Body {
    private Body() {}

    /**
     * The updates as JSON.
     *
     * @param form CHANGES, DIRECT or WRAPPED
     * @param now when it is sent
     */
    static JsonNode of(List<Update> updates, App.Form form, Instant now) {
        var body = Json.object().put("object", "instagram");
        var entries = body.putArray("entry");
        for (var update : updates) {
            if (update.messaging()) {
                entry(entries, update, now.toEpochMilli())
                        .putArray("messaging")
                        .add(update.value());
            } else if (form == App.Form.CHANGES) {
                changes(entries, update, now)
                        .addObject()
                        .put("field", update.field())
                        .set("value", update.value());
            } else {
                entry(entries, update, now.getEpochSecond())
                        .put("field", update.field())
                        .set("value", update.value());
            }
        }
        return form == App.Form.WRAPPED ? Json.array().add(body) : body;
    }

    /** The changes of one account come in one entry. */
    private static ArrayNode changes(ArrayNode entries, Update update, Instant now) {
        for (var entry : entries) {
            if (entry.path("changes") instanceof ArrayNode there
                    && Json.text(entry, "id", "").equals(update.account().id())) {
                return there;
            }
        }
        return entry(entries, update, now.getEpochSecond()).putArray("changes");
    }

    private static ObjectNode entry(ArrayNode entries, Update update, long time) {
        return entries.addObject().put("id", update.account().id()).put("time", time);
    }

    /** The bytes that are sent and signed: no character beyond ASCII, and slashes escaped. */
    public static byte[] bytes(JsonNode body) {
        return escaped(Json.write(body)).getBytes(StandardCharsets.US_ASCII);
    }

    static String escaped(String json) {
        var text = new StringBuilder(json.length() + 16);
        for (var i = 0; i < json.length(); i++) {
            var one = json.charAt(i);
            if (one == '/') {
                text.append("\\/");
            } else if (one > '~') {
                text.append("\\u").append(String.format(Locale.ROOT, "%04x", (int) one));
            } else {
                text.append(one);
            }
        }
        return text.toString();
    }

    /** {@code X-Hub-Signature-256}. */
    public static String signature(byte[] body, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
