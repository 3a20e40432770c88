package dev.carrier.responder.media.video;

import java.time.Duration;
import java.util.List;

/**
 * What a video file says of itself.
 *
 * @param quickTime a MOV file; an MP4 file otherwise
 * @param indexFirst whether the index (moov) lies before the pictures
 * @param fragmented whether the pictures are in pieces with an index each
 * @param pictures the tracks that are seen
 * @param sounds the tracks that are heard
 */
record Movie(
        boolean quickTime,
        long bytes,
        Duration duration,
        boolean indexFirst,
        boolean fragmented,
        List<Pictures> pictures,
        List<Sound> sounds) {

    /**
     * A track that is seen.
     *
     * @param codec four letters, such as {@code avc1}
     * @param width in pixels, as it is shown
     * @param height in pixels, as it is shown
     * @param perSecond pictures a second, on average
     * @param edited whether it has an edit list
     * @param halfColours 4:2:0, what every player takes
     * @param interlaced whether every other line is of another time
     */
    record Pictures(
            String codec,
            int width,
            int height,
            double perSecond,
            boolean edited,
            boolean halfColours,
            boolean interlaced) {}

    /**
     * A track that is heard.
     *
     * @param codec four letters, such as {@code mp4a}
     * @param aac whether it is AAC
     * @param hertz samples a second; 0 where it is not told
     * @param edited whether it has an edit list
     */
    record Sound(String codec, boolean aac, int channels, int hertz, boolean edited) {}
}
