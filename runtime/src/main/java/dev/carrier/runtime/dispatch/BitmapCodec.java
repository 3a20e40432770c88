package dev.carrier.runtime.dispatch;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Finished offsets as the text that rides beside a committed offset, of which a broker keeps 4096
 * characters (<a
 * href="https://kafka.apache.org/documentation/#brokerconfigs_offset.metadata.max.bytes">
 * offset.metadata.max.bytes</a>). {@link OffsetBook#SPAN} bits always fit.
 */
final class BitmapCodec {
    private static final String FORM = "carrier1:";
    private static final int MOST_BYTES = 1 << 20;

    private BitmapCodec() {}

    /** Empty text for no bits. */
    static String encode(BitSet bits) {
        if (bits.isEmpty()) {
            return "";
        }
        byte[] plain = bits.toByteArray();
        try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(plain);
            deflater.finish();
            // What does not compress grows by five bytes a block of 64 KB.
            byte[] buffer = new byte[plain.length + plain.length / 1000 + 64];
            int length = deflater.deflate(buffer);
            byte[] small = Arrays.copyOf(buffer, length);
            return FORM + Base64.getUrlEncoder().withoutPadding().encodeToString(small);
        }
    }

    /**
     * The bits of a text.
     *
     * @throws IllegalArgumentException if it is of another form, as when a tool committed it
     */
    static BitSet decode(String text) {
        if (text.isEmpty()) {
            return new BitSet();
        }
        if (!text.startsWith(FORM)) {
            throw new IllegalArgumentException("not of the form " + FORM);
        }
        byte[] small = Base64.getUrlDecoder().decode(text.substring(FORM.length()));
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(small);
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            byte[] buffer = new byte[4096];
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                if (length == 0 || plain.size() > MOST_BYTES) {
                    throw new IllegalArgumentException("cut off or too long");
                }
                plain.write(buffer, 0, length);
            }
            return BitSet.valueOf(plain.toByteArray());
        } catch (DataFormatException damaged) {
            throw new IllegalArgumentException("damaged", damaged);
        }
    }
}
