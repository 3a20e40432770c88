package dev.carrier.ingest.instagram;

import dev.carrier.runtime.settings.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The question by which Meta makes sure that an endpoint is the app's own. Pure.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests">Verification
 *     requests</a>
 */
final class Verification {
    private static final int LONGEST_CHALLENGE = 1000;

    private Verification() {}

    /**
     * What is to be answered; empty when the question is none, or not Meta's.
     *
     * @param rawQuery of the request, as it came
     * @param token that was told to Meta in the app's dashboard
     */
    static Optional<String> challenge(Optional<String> rawQuery, Secret token) {
        Map<String, String> query = query(rawQuery.orElse(""));
        boolean ours =
                token.given()
                        .filter(text -> !text.isBlank())
                        .map(text -> same(text, query.getOrDefault("hub.verify_token", "")))
                        .orElse(false);
        return Optional.ofNullable(query.get("hub.challenge"))
                .filter(_ -> ours && "subscribe".equals(query.get("hub.mode")))
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_CHALLENGE);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                decoded(pair.substring(0, equals))
                        .ifPresent(name ->
                                decoded(pair.substring(equals + 1))
                                        .ifPresent(value -> fields.put(name, value)));
            }
        }
        return fields;
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }
}
