package dev.carrier.pipeline.provider.enclosure;

import dev.carrier.contracts.Ids;
import dev.carrier.contracts.PromptPicture;

/**
 * A picture as a model is shown it.
 *
 * @param type {@code image/png}, {@code image/jpeg} or {@code image/webp}
 * @param width in pixels
 * @param height in pixels
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a picture is bytes
public record Picture(String type, byte[] bytes, int width, int height) {

    /** SHA-256 of the bytes. */
    public String hash() {
        return Ids.sha256(bytes);
    }

    PromptPicture named(String name) {
        return new PromptPicture(name, type, bytes.length, width, height, hash());
    }
}
