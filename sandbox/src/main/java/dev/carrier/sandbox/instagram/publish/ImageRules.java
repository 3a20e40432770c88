package dev.carrier.sandbox.instagram.publish;

import java.util.Optional;

/**
 * What an image must be. Its width may be anything: Instagram scales it to between 320 and 1440.
 * Pure.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media">Image
 *     specifications</a>
 */
final class ImageRules {
    static final int MOST_BYTES = 8 << 20;

    private static final double HIGHEST = 4.0 / 5;
    private static final double WIDEST = 1.91;
    // 1080 x 566 is 1.908, 1080 x 565 is 1.9115: a pixel more or less is forgiven.
    private static final double FORGIVEN = 0.005;

    private ImageRules() {}

    /** What is wrong with an image of the feed. */
    static Optional<Fault> feed(byte[] bytes) {
        return any(bytes).or(() -> Jpeg.read(bytes).flatMap(ImageRules::ratio));
    }

    /** What is wrong with an image of a story, or with a reel's cover, whatever its ratio. */
    static Optional<Fault> any(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return Optional.of(Fault.TOO_LARGE);
        }
        return Jpeg.read(bytes).filter(it -> !it.several()).isPresent()
                ? Optional.empty()
                : Optional.of(Fault.FORMAT);
    }

    private static Optional<Fault> ratio(Jpeg jpeg) {
        var ratio = (double) jpeg.width() / jpeg.height();
        return ratio >= HIGHEST - FORGIVEN && ratio <= WIDEST + FORGIVEN
                ? Optional.empty()
                : Optional.of(Fault.RATIO);
    }
}
