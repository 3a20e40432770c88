package dev.carrier.responder.media.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing of a camera's notes that changes how a picture looks: which way is up. */
final class Exif {
    /** As the picture lies. */
    static final int UPRIGHT = 1;

    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    private Exif() {}

    /** From 1 to 8, as the standard counts (CIPA DC-008, 4.6.4); 1 where it is not told. */
    static int orientation(byte[] tiff) {
        if (tiff.length < 8) {
            return UPRIGHT;
        }
        ByteBuffer data = ByteBuffer.wrap(tiff);
        data.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = Integer.toUnsignedLong(data.getInt(4));
        if (directory + 2 > tiff.length) {
            return UPRIGHT;
        }
        int first = (int) directory + 2;
        int entries = Short.toUnsignedInt(data.getShort((int) directory));
        for (int at = first; entries > 0 && at + ENTRY <= tiff.length; at += ENTRY, entries--) {
            if (Short.toUnsignedInt(data.getShort(at)) == ORIENTATION
                    && data.getShort(at + 2) == SHORT) {
                int told = Short.toUnsignedInt(data.getShort(at + 8));
                return told >= 1 && told <= 8 ? told : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
