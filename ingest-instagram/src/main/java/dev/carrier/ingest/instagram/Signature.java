package dev.carrier.ingest.instagram;

import dev.carrier.runtime.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether Meta signed a body: the header {@code X-Hub-Signature-256} holds the HMAC-SHA256 of the
 * bytes as they came, under the app's secret. Which of an app's two secrets signs is not told, so
 * there may be several. Thread-safe.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads">Validating
 *     payloads</a>
 */
final class Signature {
    static final String HEADER = "X-Hub-Signature-256";

    private static final String PREFIX = "sha256=";
    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKeySpec> keys;

    /**
     * @param secrets any of them may sign; those that are not set count as none, and with none at
     *     all nothing is signed
     */
    Signature(List<Secret> secrets) {
        this.keys =
                secrets.stream()
                        .flatMap(secret -> secret.given().stream())
                        .filter(text -> !text.isBlank())
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .map(bytes -> new SecretKeySpec(bytes, ALGORITHM))
                        .toList();
    }

    /** Whether there is a secret at all. */
    boolean canHold() {
        return !keys.isEmpty();
    }

    /** The digest that a header claims; empty when it is none. */
    static Optional<byte[]> claimed(Optional<String> header) {
        try {
            return header.map(String::strip)
                    .filter(text -> text.startsWith(PREFIX))
                    .map(text -> HexFormat.of().parseHex(text.substring(PREFIX.length())))
                    .filter(bytes -> bytes.length == 32);
        } catch (IllegalArgumentException notHexadecimal) {
            return Optional.empty();
        }
    }

    /** Whether one of the secrets gives this digest; takes as long whichever it is, or none. */
    boolean holds(byte[] claimed, byte[] body) {
        boolean found = false;
        for (SecretKeySpec key : keys) {
            found |= MessageDigest.isEqual(digest(key, body), claimed);
        }
        return found;
    }

    private static byte[] digest(SecretKeySpec key, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
