package dev.carrier.sandbox.instagram.publish;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an MP4 or MOV file says of itself, without decoding a picture.
 *
 * @param moovFirst whether the index stands before the media, so that it can be played while it
 *     loads
 * @param edited whether there are edit lists
 * @param duration of the whole
 * @param video its first video track
 * @param sound its first audio track
 */
record Mp4(
        boolean moovFirst,
        boolean edited,
        Duration duration,
        Optional<Video> video,
        Optional<Sound> sound) {
    /**
     * A video track.
     *
     * @param codec the sample entry, such as {@code avc1}
     * @param framesPerSecond on average
     */
    record Video(String codec, int width, int height, double framesPerSecond) {}

    /**
     * An audio track.
     *
     * @param codec the sample entry, such as {@code mp4a}
     * @param rate in Hz
     */
    record Sound(String codec, int channels, long rate) {}

    /** Reads it; empty if it is no such file, or broken off. */
    static Optional<Mp4> read(byte[] bytes) {
        try {
            var file = Boxes.read(ByteBuffer.wrap(bytes));
            return Stream.of("ftyp", "moov", "mdat").allMatch(it -> file.place(it) >= 0)
                    ? Optional.of(movie(file))
                    : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Mp4 movie(Boxes file) {
        var movie = file.into("moov");
        var tracks = movie.every("trak").stream().map(Boxes.Box::within).toList();
        return new Mp4(
                file.place("moov") < file.place("mdat"),
                tracks.stream().anyMatch(it -> it.into("edts").first("elst").isPresent()),
                duration(movie.first("mvhd").orElseThrow(IllegalArgumentException::new)),
                tracks.stream().filter(it -> handler(it, "vide")).findFirst().map(Mp4::video),
                tracks.stream().filter(it -> handler(it, "soun")).findFirst().map(Mp4::sound));
    }

    private static boolean handler(Boxes track, String wanted) {
        return track.into("mdia").first("hdlr").filter(it -> it.name(8).equals(wanted)).isPresent();
    }

    /** Of mvhd and mdhd alike: 8.2.2, 8.4.2. */
    private static Duration duration(Boxes.Box header) {
        var wide = header.version() == 1;
        var scale = header.four(wide ? 20 : 12);
        var length = wide ? header.content().getLong(24) : header.four(16);
        if (scale == 0) {
            throw new IllegalArgumentException("no time scale");
        }
        return Duration.ofMillis(Math.round(length * 1000.0 / scale));
    }

    private static Boxes table(Boxes track) {
        return track.into("mdia").into("minf").into("stbl");
    }

    private static Boxes.Box entry(Boxes track) {
        var entries = table(track).first("stsd").orElseThrow(IllegalArgumentException::new);
        var after = entries.content().slice(8, entries.content().limit() - 8);
        return Boxes.read(after).all().getFirst();
    }

    private static Video video(Boxes track) {
        var entry = entry(track);
        var length =
                duration(
                        track.into("mdia")
                                .first("mdhd")
                                .orElseThrow(IllegalArgumentException::new));
        var frames = table(track).first("stts").map(Mp4::samples).orElse(0L);
        return new Video(
                entry.type(),
                entry.two(24),
                entry.two(26),
                length.isZero() ? 0 : frames * 1000.0 / length.toMillis());
    }

    /** 8.6.1.2: how many samples the table of their times has. */
    private static long samples(Boxes.Box times) {
        var samples = 0L;
        for (var i = 0; i < times.four(4); i++) {
            samples += times.four(8 + 8 * i);
        }
        return samples;
    }

    private static Sound sound(Boxes track) {
        var entry = entry(track);
        return new Sound(entry.type(), entry.two(16), entry.four(24) >>> 16);
    }
}
