package dev.carrier.pipeline.provider.enclosure;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How large a WebP picture is, from its header: Java cannot read these pictures. Pure.
 *
 * @param width in pixels
 * @param height in pixels
 * @see <a href="https://developers.google.com/speed/webp/docs/riff_container">WebP container</a>
 */
record WebpSize(int width, int height) {
    private static final int HEADER = 30;

    /** Empty when the header is none. */
    static Optional<WebpSize> of(byte[] bytes) {
        if (bytes.length < HEADER) {
            return Optional.empty();
        }
        return switch (new String(bytes, 12, 4, StandardCharsets.ISO_8859_1)) {
            case "VP8X" -> Optional.of(new WebpSize(three(bytes, 24) + 1, three(bytes, 27) + 1));
            case "VP8 " -> Optional.of(new WebpSize(two(bytes, 26), two(bytes, 28)));
            case "VP8L" -> {
                int packed = two(bytes, 21) | two(bytes, 23) << 16;
                yield Optional.of(new WebpSize((packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1));
            }
            default -> Optional.empty();
        };
    }

    private static int two(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    private static int three(byte[] bytes, int at) {
        return two(bytes, at) | (bytes[at + 2] & 0xFF) << 16;
    }
}
