package dev.carrier.sandbox.model;

import dev.carrier.sandbox.json.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * A picture that the model was shown, told by its hash.
 *
 * <p>See https://platform.openai.com/docs/guides/images-vision#giving-a-model-images-as-input.
 *
 * @param type its media type
 * @param bytes its size
 * @param sha256 of its bytes, as hexadecimal digits
 */
public record Image(String type, int bytes, String sha256) {
    private static final Pattern DATA =
            Pattern.compile("data:(image/(?:png|jpeg|gif|webp));base64,([A-Za-z0-9+/=]+)");

    /** The picture of a data URL; empty when it is none that OpenAI takes. */
    static Optional<Image> of(String url) {
        var data = DATA.matcher(url);
        if (!data.matches()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(data.group(2));
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Optional.of(
                    new Image(data.group(1), bytes.length, HexFormat.of().formatHex(hash)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    ObjectNode json() {
        return Json.object().put("type", type).put("bytes", bytes).put("sha256", sha256);
    }
}
