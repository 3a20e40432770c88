package dev.carrier.sandbox.instagram.publish;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a video must be. Pure.
 *
 * @param mostBytes how large it may be
 * @param longest how long it may last
 * @param narrowest the smallest ratio of width to height
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media">Reel
 *     and story video specifications</a>
 */
record VideoRules(long mostBytes, Duration longest, double narrowest) {
    static final VideoRules REEL = new VideoRules(300L << 20, Duration.ofMinutes(15), 0.01);
    static final VideoRules STORY = new VideoRules(100L << 20, Duration.ofSeconds(60), 0.1);

    private static final Duration SHORTEST = Duration.ofSeconds(3);
    private static final double WIDEST = 10;
    private static final int MOST_COLUMNS = 1920;
    private static final double BITS_PER_SECOND = 25e6;
    private static final long HERTZ = 48_000;
    private static final Set<String> H264_OR_HEVC = Set.of("avc1", "avc3", "hvc1", "hev1");
    // "23-60": 23.976 and 59.94 are within, 22.9 and 61 are not.
    private static final double SLOWEST = 22.95;
    private static final double FASTEST = 60.05;

    /** What is wrong with {@code bytes}. */
    Optional<Fault> check(byte[] bytes) {
        return bytes.length <= mostBytes
                        && Mp4.read(bytes).filter(it -> fits(it, bytes.length)).isPresent()
                ? Optional.empty()
                : Optional.of(Fault.VIDEO);
    }

    private boolean fits(Mp4 file, int size) {
        return file.moovFirst()
                && !file.edited()
                && file.duration().compareTo(SHORTEST) >= 0
                && file.duration().compareTo(longest) <= 0
                && size * 8000.0 / file.duration().toMillis() <= BITS_PER_SECOND
                && file.video().filter(this::fits).isPresent()
                && file.sound().map(VideoRules::fits).orElse(true);
    }

    private boolean fits(Mp4.Video video) {
        var ratio = (double) video.width() / video.height();
        return H264_OR_HEVC.contains(video.codec())
                && video.width() > 0
                && video.width() <= MOST_COLUMNS
                && ratio >= narrowest
                && ratio <= WIDEST
                && video.framesPerSecond() >= SLOWEST
                && video.framesPerSecond() <= FASTEST;
    }

    private static boolean fits(Mp4.Sound sound) {
        return sound.codec().equals("mp4a")
                && sound.rate() <= HERTZ
                && (sound.channels() == 1 || sound.channels() == 2);
    }
}
