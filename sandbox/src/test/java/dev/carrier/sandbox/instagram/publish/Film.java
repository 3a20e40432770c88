package dev.carrier.sandbox.instagram.publish;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * An MP4 file with all its boxes and no picture in it. Its defaults are a good reel of five
 * seconds.
 */
record Film(
        String codec,
        int width,
        int height,
        Duration duration,
        int framesPerSecond,
        boolean moovFirst,
        boolean edited,
        String sound,
        int channels,
        int rate,
        int mediaBytes) {
    static Film good() {
        return new Film(
                "avc1",
                1080,
                1920,
                Duration.ofSeconds(5),
                30,
                true,
                false,
                "mp4a",
                2,
                48_000,
                2000);
    }

    Film codec(String value) {
        return new Film(
                value,
                width,
                height,
                duration,
                framesPerSecond,
                moovFirst,
                edited,
                sound,
                channels,
                rate,
                mediaBytes);
    }

    Film size(int wide, int high) {
        return new Film(
                codec,
                wide,
                high,
                duration,
                framesPerSecond,
                moovFirst,
                edited,
                sound,
                channels,
                rate,
                mediaBytes);
    }

    Film lasting(Duration value) {
        return new Film(
                codec,
                width,
                height,
                value,
                framesPerSecond,
                moovFirst,
                edited,
                sound,
                channels,
                rate,
                mediaBytes);
    }

    Film framesPerSecond(int value) {
        return new Film(
                codec,
                width,
                height,
                duration,
                value,
                moovFirst,
                edited,
                sound,
                channels,
                rate,
                mediaBytes);
    }

    Film moovLast() {
        return new Film(
                codec,
                width,
                height,
                duration,
                framesPerSecond,
                false,
                edited,
                sound,
                channels,
                rate,
                mediaBytes);
    }

    Film withEditList() {
        return new Film(
                codec,
                width,
                height,
                duration,
                framesPerSecond,
                moovFirst,
                true,
                sound,
                channels,
                rate,
                mediaBytes);
    }

    Film sound(String codecOf, int channelsOf, int rateOf) {
        return new Film(
                codec,
                width,
                height,
                duration,
                framesPerSecond,
                moovFirst,
                edited,
                codecOf,
                channelsOf,
                rateOf,
                mediaBytes);
    }

    Film mediaBytes(int value) {
        return new Film(
                codec,
                width,
                height,
                duration,
                framesPerSecond,
                moovFirst,
                edited,
                sound,
                channels,
                rate,
                value);
    }

    byte[] bytes() {
        var type =
                box(
                        "ftyp",
                        "isom".getBytes(US_ASCII),
                        ints(512),
                        "isomiso2mp41".getBytes(US_ASCII));
        var media = box("mdat", new byte[mediaBytes]);
        var movie = box("moov", box("mvhd", header(96)), picture(), music());
        return moovFirst ? join(type, movie, media) : join(type, media, movie);
    }

    /** Of mvhd and mdhd: version 0, in milliseconds. */
    private byte[] header(int rest) {
        return join(ints(0, 0, 0, 1000, (int) duration.toMillis()), new byte[rest - 20]);
    }

    private byte[] picture() {
        var entry = box(codec, new byte[24], shorts(width, height), new byte[50]);
        var frames = (int) (duration.toMillis() * framesPerSecond / 1000);
        return track("vide", entry, frames);
    }

    private byte[] music() {
        var entry =
                box(
                        sound,
                        new byte[16],
                        shorts(channels, 16),
                        new byte[4],
                        // 16.16, and rates beyond that have no place: 96000 is written as 0.
                        shorts(rate, 0));
        return track("soun", entry, 200);
    }

    private byte[] track(String handler, byte[] entry, int samples) {
        var table =
                box("stbl", box("stsd", ints(0, 1), entry), box("stts", ints(0, 1, samples, 33)));
        var name = join(ints(0, 0), handler.getBytes(US_ASCII), new byte[13]);
        var content = box("mdia", box("mdhd", header(24)), box("hdlr", name), box("minf", table));
        var edits = edited ? box("edts", box("elst", ints(0, 1, 5000, 40, 65536))) : new byte[0];
        return box("trak", box("tkhd", new byte[84]), edits, content);
    }

    private static byte[] box(String type, byte[]... parts) {
        var content = join(parts);
        return join(ints(content.length + 8), type.getBytes(US_ASCII), content);
    }

    private static byte[] ints(int... values) {
        var bytes = ByteBuffer.allocate(values.length * 4);
        for (var value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static byte[] shorts(int... values) {
        var bytes = ByteBuffer.allocate(values.length * 2);
        for (var value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
