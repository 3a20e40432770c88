package dev.carrier.responder.media.image;

import dev.carrier.responder.media.MediaUse;

/**
 * What Instagram takes of a picture ("IG User Media", developers.facebook.com): JPEG in sRGB only.
 *
 * @param minRatio width by height, at least
 * @param maxRatio width by height, at most
 * @param ratios the same for people
 * @param minWidth in pixels; what is smaller is enlarged
 * @param maxWidth in pixels; what is larger is made smaller
 * @param maxBytes of the file
 */
record ImageSpec(
        double minRatio, double maxRatio, String ratios, int minWidth, int maxWidth, int maxBytes) {
    /** Instagram says 8 MB and not which; this is the smaller one. */
    private static final int BYTES = 8_000_000;

    private static final ImageSpec FEED =
            new ImageSpec(0.8, 1.91, "4:5 to 1.91:1", 320, 1440, BYTES);

    /** Nothing is said about its shape; the whole of what a phone could show is let through. */
    private static final ImageSpec FULL = new ImageSpec(0.1, 10, "1:10 to 10:1", 320, 1440, BYTES);

    /** What is outside by less than this part is cut to fit: 1200×628 is meant to be 1.91:1. */
    private static final double NEARLY = 0.01;

    static ImageSpec of(MediaUse use) {
        return switch (use) {
            case FEED_IMAGE -> FEED;
            case STORY_IMAGE, REEL_COVER -> FULL;
            case REEL, STORY_VIDEO, CAROUSEL_VIDEO ->
                    throw new IllegalArgumentException(use + " is no picture");
        };
    }

    boolean takes(int width, int height) {
        return width >= minRatio * height && width <= maxRatio * height;
    }

    boolean nearlyTakes(int width, int height) {
        return width >= minRatio * (1 - NEARLY) * height
                && width <= maxRatio * (1 + NEARLY) * height;
    }

    boolean takesWidth(int width) {
        return width >= minWidth && width <= maxWidth;
    }
}
