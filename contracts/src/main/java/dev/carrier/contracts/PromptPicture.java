package dev.carrier.contracts;

/**
 * A picture that a model was shown. Its bytes do not travel: what it was is told by its hash.
 *
 * @param name its file name
 * @param type its media type, as {@code image/png}
 * @param bytes its size as it was shown
 * @param width in pixels as it was shown
 * @param height in pixels as it was shown
 * @param sha256 of the bytes that were shown, as hexadecimal digits
 */
public record PromptPicture(
        String name, String type, long bytes, int width, int height, String sha256) {}
