package dev.carrier.responder.media.video;

import dev.carrier.responder.media.MediaUse;
import java.time.Duration;

/**
 * What Instagram takes of a video ("IG User Media", developers.facebook.com).
 *
 * @param maxBytes of the file
 * @param shortest how long it must play
 * @param longest how long it may play
 * @param minRatio width by height, at least
 * @param ratios the shapes, for people
 */
record VideoSpec(
        long maxBytes, Duration shortest, Duration longest, double minRatio, String ratios) {
    static final double MAX_RATIO = 10;
    static final int MAX_WIDTH = 1920;

    /** 23 to 60: 23.976 and 59.94 are within, and what a camera makes of 60. */
    static final double MIN_PER_SECOND = 22.95;

    static final double MAX_PER_SECOND = 60.05;
    static final int MAX_HERTZ = 48_000;
    static final int MAX_CHANNELS = 2;
    static final double MAX_BITS_PER_SECOND = 25_000_000;

    private static final long MB = 1_000_000;
    private static final VideoSpec REEL =
            new VideoSpec(
                    300 * MB,
                    Duration.ofSeconds(3),
                    Duration.ofMinutes(15),
                    0.01,
                    "0.01:1 to 10:1");
    private static final VideoSpec STORY =
            new VideoSpec(
                    100 * MB, Duration.ofSeconds(3), Duration.ofSeconds(60), 0.1, "0.1:1 to 10:1");

    static VideoSpec of(MediaUse use) {
        return switch (use) {
            case STORY_VIDEO -> STORY;
            // For those of a carousel Instagram says nothing of their own.
            case REEL, CAROUSEL_VIDEO -> REEL;
            case FEED_IMAGE, STORY_IMAGE, REEL_COVER ->
                    throw new IllegalArgumentException(use + " is no video");
        };
    }
}
