package dev.carrier.responder.media.image;

import java.awt.image.BufferedImage;

/**
 * A picture that was read.
 *
 * @param image its pixels, in the colours of its file
 * @param moves whether the file holds more than this one picture
 */
record Decoded(BufferedImage image, boolean moves) {

    /** The same, in the colours of a profile. */
    Decoded meaning(byte[] profile) {
        return new Decoded(Colours.meant(image, profile), moves);
    }
}
