package dev.carrier.sandbox.instagram.publish;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;

/**
 * What the header of a JPEG says (ITU-T T.81, annex B).
 *
 * @param width in pixels
 * @param height in pixels
 * @param progressive whether it is, rather than baseline
 * @param components 1 is grey, 3 colour, 4 CMYK
 * @param several whether it holds further images (MPO, CIPA DC-007)
 */
record Jpeg(int width, int height, boolean progressive, int components, boolean several) {
    private static final int START = 0xD8;
    private static final int SCAN = 0xDA;
    private static final int END = 0xD9;
    private static final int APP2 = 0xE2;
    private static final int BASELINE = 0xC0;
    private static final int EXTENDED = 0xC1;
    private static final int PROGRESSIVE = 0xC2;
    private static final byte[] MPF = "MPF\0".getBytes(US_ASCII);

    /** Reads it; empty if it is no JPEG, or a lossless or arithmetic one, or broken off. */
    static Optional<Jpeg> read(byte[] bytes) {
        if (bytes.length < 4 || at(bytes, 0) != 0xFF || at(bytes, 1) != START) {
            return Optional.empty();
        }
        var several = false;
        var from = 2;
        while (from + 4 <= bytes.length && at(bytes, from) == 0xFF) {
            var marker = at(bytes, from + 1);
            if (marker == 0xFF) {
                from++; // a fill byte
                continue;
            }
            var length = two(bytes, from + 2);
            if (marker == SCAN || marker == END || from + 2 + length > bytes.length) {
                return Optional.empty();
            }
            if (marker == BASELINE || marker == EXTENDED || marker == PROGRESSIVE) {
                return frame(bytes, from + 4, length, marker == PROGRESSIVE, several);
            }
            several |= marker == APP2 && begins(bytes, from + 4, MPF);
            from += 2 + length;
        }
        return Optional.empty();
    }

    private static Optional<Jpeg> frame(
            byte[] bytes, int from, int length, boolean progressive, boolean several) {
        if (length < 8) {
            return Optional.empty();
        }
        var jpeg =
                new Jpeg(
                        two(bytes, from + 3),
                        two(bytes, from + 1),
                        progressive,
                        at(bytes, from + 5),
                        several);
        return jpeg.width > 0 && jpeg.height > 0 ? Optional.of(jpeg) : Optional.empty();
    }

    private static boolean begins(byte[] bytes, int from, byte[] with) {
        for (var i = 0; i < with.length; i++) {
            if (from + i >= bytes.length || bytes[from + i] != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xFF;
    }

    private static int two(byte[] bytes, int index) {
        return (at(bytes, index) << 8) | at(bytes, index + 1);
    }
}
