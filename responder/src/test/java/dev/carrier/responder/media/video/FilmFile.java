package dev.carrier.responder.media.video;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Writes the head of a video as a camera would, with whatever is to be wrong in it. */
public final class FilmFile {
    private String brand = "isom";
    private String codec = "avc1";
    private int width = 1080;
    private int height = 1920;
    private int profile = 100;
    private boolean turned;
    private double seconds = 10;
    private int ticks = 1000;
    private boolean indexLast;
    private boolean edited;
    private boolean fragmented;
    private int channels = 2;
    private int hertz = 48_000;
    private int sound = 0x40;
    private int padding = 1_000;

    public static FilmFile fine() {
        return new FilmFile();
    }

    FilmFile brand(String letters) {
        brand = letters;
        return this;
    }

    FilmFile codec(String letters) {
        codec = letters;
        return this;
    }

    FilmFile profile(int number) {
        profile = number;
        return this;
    }

    FilmFile size(int wide, int high) {
        width = wide;
        height = high;
        return this;
    }

    FilmFile turned() {
        turned = true;
        return this;
    }

    public FilmFile playing(double time) {
        seconds = time;
        return this;
    }

    /** How long each picture is shown, in 30000ths of a second. */
    FilmFile ticks(int each) {
        ticks = each;
        return this;
    }

    FilmFile indexLast() {
        indexLast = true;
        return this;
    }

    FilmFile edited() {
        edited = true;
        return this;
    }

    FilmFile fragmented() {
        fragmented = true;
        return this;
    }

    FilmFile sound(int type, int of, int perSecond) {
        sound = type;
        channels = of;
        hertz = perSecond;
        return this;
    }

    FilmFile holding(int bytes) {
        padding = bytes;
        return this;
    }

    public byte[] bytes() {
        byte[] type = box("ftyp", letters(brand), ints(0));
        byte[] index =
                box(
                        "moov",
                        box(
                                "mvhd",
                                ints(0, 0, 0, 600, (int) Math.round(seconds * 600)),
                                new byte[80]),
                        track("vide", pictures()),
                        track("soun", sound()),
                        fragmented ? box("mvex") : new byte[0]);
        byte[] pictures = box("mdat", new byte[padding]);
        return indexLast ? join(type, pictures, index) : join(type, index, pictures);
    }

    private byte[] track(String handler, byte[] description) {
        int[] matrix =
                turned && handler.equals("vide")
                        ? new int[] {0, 1 << 16, 0, -1 << 16, 0, 0, 0, 0, 1 << 30}
                        : new int[] {1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30};
        byte[] edits = box("edts", box("elst", ints(0, 1, (int) (seconds * 600), 1024, 1 << 16)));
        int pictures = (int) Math.round(seconds * 30_000 / ticks);
        return box(
                "trak",
                box("tkhd", new byte[40], ints(matrix), ints(width << 16, height << 16)),
                edited ? edits : new byte[0],
                box(
                        "mdia",
                        box("mdhd", ints(0, 0, 0, 30_000, (int) (seconds * 30_000)), new byte[4]),
                        box("hdlr", ints(0, 0), letters(handler), new byte[13]),
                        box(
                                "minf",
                                box(
                                        "stbl",
                                        box("stsd", ints(0, 1), description),
                                        box("stts", ints(0, 1, pictures, ticks))))));
    }

    private byte[] pictures() {
        byte[] size =
                ByteBuffer.allocate(4).putShort((short) width).putShort((short) height).array();
        byte[] setup = {1, (byte) profile, 0, 40, -1, -31, 0, 0};
        return box(codec, new byte[24], size, new byte[50], box("avcC", setup));
    }

    private byte[] sound() {
        byte[] head =
                ByteBuffer.allocate(28)
                        .putShort(16, (short) channels)
                        .putShort(18, (short) 16)
                        .putShort(24, (short) hertz)
                        .array();
        byte[] decoder = {
            0, 0, 0, 0, 3, (byte) 0x80, (byte) 0x80, 25, 0, 1, 0, 4, 17, (byte) sound, 0
        };
        return box("mp4a", head, box("esds", decoder));
    }

    private static byte[] box(String kind, byte[]... parts) {
        byte[] body = join(parts);
        return join(ints(body.length + 8), letters(kind), body);
    }

    private static byte[] letters(String four) {
        return four.getBytes(ISO_8859_1);
    }

    private static byte[] ints(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            buffer.putInt(value);
        }
        return buffer.array();
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
