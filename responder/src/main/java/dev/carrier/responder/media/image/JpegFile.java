package dev.carrier.responder.media.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/** What a JPEG file is made of (ITU-T T.81, annex B), read without decoding it. */
final class JpegFile {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final String EXIF = "Exif\0\0";
    private static final String ICC = "ICC_PROFILE\0";
    private static final int JFIF_BYTES = 16;

    /** The words, which of the pieces it is, and of how many. */
    private static final int ICC_HEAD = ICC.length() + 2;

    private final int orientation;
    private final boolean plain;
    private final byte[] bare;

    private JpegFile(int orientation, boolean plain, byte[] bare) {
        this.orientation = orientation;
        this.plain = plain;
        this.bare = bare;
    }

    /** As {@link Exif} has it. */
    int orientation() {
        return orientation;
    }

    /** Whether it has three components and no colours but sRGB: it can be posted as it is. */
    boolean plain() {
        return plain;
    }

    /** The same picture without what tells of camera, place and programs; not a copy. */
    byte[] bare() {
        return bare;
    }

    /** Absent when it is none, or not whole. */
    static Optional<JpegFile> read(byte[] file) {
        return new Reader(file).read();
    }

    static boolean isOne(byte[] file) {
        return file.length > 3 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == SOI;
    }

    private static final class Reader {
        private final byte[] file;
        private final ByteArrayOutputStream bare = new ByteArrayOutputStream();
        private final ByteArrayOutputStream profile = new ByteArrayOutputStream();
        private int orientation = Exif.UPRIGHT;
        private boolean colours = true;

        Reader(byte[] file) {
            this.file = file;
        }

        Optional<JpegFile> read() {
            if (!isOne(file)) {
                return Optional.empty();
            }
            bare.write(file, 0, 2);
            int at = 2;
            while (at + 3 < file.length) {
                if ((file[at] & 0xFF) != 0xFF) {
                    return Optional.empty();
                }
                int marker = file[at + 1] & 0xFF;
                if (marker == 0xFF) {
                    at++;
                    continue;
                }
                int length = (file[at + 2] & 0xFF) << 8 | (file[at + 3] & 0xFF);
                int end = at + 2 + length;
                if (length < 2 || end > file.length) {
                    return Optional.empty();
                }
                keep(marker, at, end);
                at = marker == SOS ? scan(end) : end;
                if (at + 1 < file.length && (file[at + 1] & 0xFF) == EOI) {
                    bare.write(file, at, 2);
                    return Optional.of(done());
                }
            }
            return Optional.empty();
        }

        private JpegFile done() {
            // The colours that everybody means without saying so need no profile.
            boolean usual = profile.size() == 0 || Colours.areUsual(profile.toByteArray());
            return new JpegFile(orientation, colours && usual, bare.toByteArray());
        }

        private void keep(int marker, int at, int end) {
            int body = at + 4;
            if (marker == APP0) {
                if (begins(body, "JFIF\0") && end - at >= JFIF_BYTES + 2) {
                    byte[] header = Arrays.copyOfRange(file, at, at + JFIF_BYTES + 2);
                    // Without the small picture that may follow.
                    header[3] = JFIF_BYTES;
                    header[2] = 0;
                    header[16] = 0;
                    header[17] = 0;
                    bare.writeBytes(header);
                }
                return;
            }
            if (marker == APP1 && begins(body, EXIF)) {
                orientation = Exif.orientation(Arrays.copyOfRange(file, body + EXIF.length(), end));
            }
            if (marker == APP2 && begins(body, ICC) && body + ICC_HEAD < end) {
                profile.write(file, body + ICC_HEAD, end - body - ICC_HEAD);
            }
            if (isFrame(marker) && body + 5 < end) {
                colours &= file[body + 5] == 3;
            }
            if (marker == APP14 && begins(body, "Adobe") && body + 11 < end) {
                // 1 says YCbCr, as everywhere; 0 would be colours that are not transformed.
                colours &= file[body + 11] == 1;
            }
            boolean notes =
                    marker == COMMENT || (marker >= APP1 && marker <= APP15 && marker != APP14);
            if (!notes) {
                bare.write(file, at, end - at);
            }
        }

        /** Copies what is behind the head of a scan, and returns where the next marker is. */
        private int scan(int from) {
            int at = from;
            while (at + 1 < file.length) {
                int next = file[at + 1] & 0xFF;
                boolean within = next == 0 || (next >= 0xD0 && next <= 0xD7);
                if ((file[at] & 0xFF) == 0xFF && !within) {
                    break;
                }
                at++;
            }
            bare.write(file, from, at - from);
            return at;
        }

        /** Start of frame: C0 to CF but for DHT, JPG and DAC. */
        private static boolean isFrame(int marker) {
            return marker >= 0xC0
                    && marker <= 0xCF
                    && marker != 0xC4
                    && marker != 0xC8
                    && marker != 0xCC;
        }

        private boolean begins(int at, String words) {
            byte[] expected = words.getBytes(ISO_8859_1);
            return at + expected.length <= file.length
                    && Arrays.equals(file, at, at + expected.length, expected, 0, expected.length);
        }
    }
}
