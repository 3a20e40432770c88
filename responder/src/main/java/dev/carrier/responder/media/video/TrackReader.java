package dev.carrier.responder.media.video;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.carrier.responder.media.video.Boxes.Box;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Reads what a track says of itself. */
final class TrackReader {
    /** What lies before the boxes of a description of pictures (ISO/IEC 14496-12, 12.1.3). */
    private static final int PICTURES_HEAD = 78;

    private static final int AAC = 0x40;
    private static final int HIGH_422 = 122;
    private static final int HIGH_444 = 244;
    private static final int HALF_COLOURS = 1;

    private final Boxes boxes;

    TrackReader(Boxes boxes) {
        this.boxes = boxes;
    }

    /** Adds it to those that are seen or heard; others, such as times or texts, do not matter. */
    void read(Box track, List<Movie.Pictures> seen, List<Movie.Sound> heard)
            throws IOException, NoMovie {
        Optional<Box> media = boxes.first(track, "mdia");
        Optional<Box> handler = boxes.path(track, "mdia", "hdlr");
        Optional<Box> table = boxes.path(track, "mdia", "minf", "stbl");
        if (media.isEmpty() || handler.isEmpty() || table.isEmpty()) {
            return;
        }
        String kind = letters(boxes.body(handler.get()), 8);
        if (!kind.equals("vide") && !kind.equals("soun")) {
            return;
        }
        Box descriptions =
                boxes.first(table.get(), "stsd")
                        .orElseThrow(() -> new NoMovie("is damaged: a track has no description"));
        List<Box> all = boxes.in(descriptions, 8);
        if (all.isEmpty()) {
            throw new NoMovie("is damaged: a track has no description");
        }
        boolean edited = edited(track);
        if (kind.equals("vide")) {
            seen.add(pictures(track, media.get(), table.get(), all.getFirst(), edited));
        } else {
            heard.add(sound(all.getFirst(), edited));
        }
    }

    private boolean edited(Box track) throws IOException, NoMovie {
        Optional<Box> list = boxes.path(track, "edts", "elst");
        return list.isPresent() && boxes.body(list.get()).getInt(4) > 0;
    }

    private Movie.Pictures pictures(Box track, Box media, Box table, Box entry, boolean edited)
            throws IOException, NoMovie {
        ByteBuffer description = boxes.body(entry);
        int width = Short.toUnsignedInt(description.getShort(24));
        int height = Short.toUnsignedInt(description.getShort(26));
        boolean halfColours = true;
        boolean interlaced = false;
        for (Box part : boxes.in(entry, PICTURES_HEAD)) {
            if (part.kind().equals("avcC")) {
                int profile = Byte.toUnsignedInt(boxes.body(part).get(1));
                halfColours = profile != HIGH_422 && profile != HIGH_444;
            } else if (part.kind().equals("hvcC")) {
                halfColours = (boxes.body(part).get(16) & 3) == HALF_COLOURS;
            } else if (part.kind().equals("fiel")) {
                interlaced = boxes.body(part).get(0) > 1;
            }
        }
        boolean lying = lying(track);
        return new Movie.Pictures(
                entry.kind(),
                lying ? height : width,
                lying ? width : height,
                perSecond(media, table),
                edited,
                halfColours,
                interlaced);
    }

    /** Whether it is turned by a quarter when it is shown: phones do so with upright videos. */
    private boolean lying(Box track) throws IOException, NoMovie {
        Optional<Box> header = boxes.first(track, "tkhd");
        if (header.isEmpty()) {
            return false;
        }
        ByteBuffer body = boxes.body(header.get());
        int matrix = body.get(0) == 1 ? 52 : 40;
        return body.getInt(matrix) == 0 && body.getInt(matrix + 4) != 0;
    }

    private double perSecond(Box media, Box table) throws IOException, NoMovie {
        Optional<Box> header = boxes.first(media, "mdhd");
        Optional<Box> times = boxes.first(table, "stts");
        if (header.isEmpty() || times.isEmpty()) {
            throw new NoMovie("is damaged: it does not say when its pictures are shown");
        }
        ByteBuffer head = boxes.body(header.get());
        long scale = Integer.toUnsignedLong(head.getInt(head.get(0) == 1 ? 20 : 12));
        ByteBuffer body = boxes.body(times.get());
        long entries = Integer.toUnsignedLong(body.getInt(4));
        double pictures = 0;
        double units = 0;
        for (int entry = 0; entry < entries; entry++) {
            long count = Integer.toUnsignedLong(body.getInt(8 + 8 * entry));
            pictures += count;
            units += (double) count * Integer.toUnsignedLong(body.getInt(12 + 8 * entry));
        }
        return units == 0 ? 0 : pictures * scale / units;
    }

    private Movie.Sound sound(Box entry, boolean edited) throws IOException, NoMovie {
        ByteBuffer body = boxes.body(entry);
        int version = body.getShort(8);
        boolean second = version == 2;
        int channels = second ? body.getInt(40) : Short.toUnsignedInt(body.getShort(16));
        double hertz = second ? body.getDouble(32) : Short.toUnsignedInt(body.getShort(24));
        boolean aac = entry.kind().equals("mp4a") && objectType(body) == AAC;
        return new Movie.Sound(entry.kind(), aac, channels, (int) Math.round(hertz), edited);
    }

    /**
     * Of the decoder's description (ISO/IEC 14496-1, 7.2.6.6), wherever it lies; AAC without one.
     */
    private static int objectType(ByteBuffer body) {
        byte[] bytes = new byte[body.limit()];
        body.get(0, bytes);
        int at = new String(bytes, ISO_8859_1).indexOf("esds");
        if (at < 0) {
            return AAC;
        }
        // Version, then a description of tag 3 with its length, an id and flags, and in it one of
        // 4.
        at = behindLength(bytes, at + 8);
        int flags = bytes[at + 2];
        at += 3 + ((flags & 0x80) != 0 ? 2 : 0) + ((flags & 0x20) != 0 ? 2 : 0);
        if ((flags & 0x40) != 0) {
            at += 1 + Byte.toUnsignedInt(bytes[at]);
        }
        return Byte.toUnsignedInt(bytes[behindLength(bytes, at)]);
    }

    /** A tag, and a length of seven bits a byte. */
    private static int behindLength(byte[] bytes, int tag) {
        int at = tag + 1;
        while (bytes[at] < 0) {
            at++;
        }
        return at + 1;
    }

    private static String letters(ByteBuffer body, int at) {
        byte[] letters = new byte[4];
        body.get(at, letters);
        return new String(letters, ISO_8859_1);
    }
}
