package dev.carrier.responder.media.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The colours that a file says its numbers mean (an ICC profile), where its reader does not care: a
 * phone's pictures would look pale without.
 */
final class Colours {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'};
    private static final int LARGEST_PROFILE = 4 << 20;
    private static final float[] GREY = {0.5f, 0.5f, 0.5f};
    private static final float[] GREEN = {0.2f, 0.8f, 0.2f};
    private static final float[] RED = {0.8f, 0.2f, 0.3f};
    private static final float NEARLY = 0.02f;

    private Colours() {}

    /** The profile in a PNG file (its chunk iCCP); absent in other files. */
    static Optional<byte[]> ofPng(byte[] file) {
        if (file.length < PNG.length || !Arrays.equals(PNG, Arrays.copyOf(file, PNG.length))) {
            return Optional.empty();
        }
        ByteBuffer data = ByteBuffer.wrap(file);
        int at = PNG.length;
        while (at + 8 <= file.length) {
            int length = data.getInt(at);
            if (length < 0 || length > file.length - at - 8) {
                return Optional.empty();
            }
            String kind = new String(file, at + 4, 4, ISO_8859_1);
            if (kind.equals("iCCP")) {
                return inflated(Arrays.copyOfRange(file, at + 8, at + 8 + length));
            }
            if (kind.equals("IDAT")) {
                return Optional.empty();
            }
            at += 12 + length;
        }
        return Optional.empty();
    }

    /** A name, a zero, a zero for the method, and the profile. */
    private static Optional<byte[]> inflated(byte[] chunk) {
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        if (name + 2 >= chunk.length) {
            return Optional.empty();
        }
        try (var inflater = new Inflater()) {
            inflater.setInput(chunk, name + 2, chunk.length - name - 2);
            byte[] profile = new byte[LARGEST_PROFILE];
            int length = inflater.inflate(profile);
            return inflater.finished()
                    ? Optional.of(Arrays.copyOf(profile, length))
                    : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether a profile says sRGB, whatever it calls itself, or nothing that can be understood. */
    static boolean areUsual(byte[] profile) {
        try {
            ICC_Profile read = ICC_Profile.getInstance(profile);
            if (read.getNumComponents() != 3) {
                return true;
            }
            var space = new ICC_ColorSpace(read);
            return List.of(GREY, GREEN, RED).stream()
                    .allMatch(colour -> same(colour, space.toRGB(colour)));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static boolean same(float[] one, float[] other) {
        for (int part = 0; part < one.length; part++) {
            if (Math.abs(one[part] - other[part]) > NEARLY) {
                return false;
            }
        }
        return true;
    }

    /** The same numbers, meaning what the profile says; the image itself where it cannot be so. */
    static BufferedImage meant(BufferedImage image, byte[] profile) {
        ColorModel model = image.getColorModel();
        if (!(model instanceof ComponentColorModel)
                || !model.getColorSpace().isCS_sRGB()
                || model.getNumColorComponents() != 3) {
            return image;
        }
        try {
            ICC_Profile read = ICC_Profile.getInstance(profile);
            if (read.getNumComponents() != 3) {
                return image;
            }
            var meant =
                    new ComponentColorModel(
                            new ICC_ColorSpace(read),
                            model.hasAlpha(),
                            false,
                            model.getTransparency(),
                            model.getTransferType());
            return new BufferedImage(meant, image.getRaster(), false, null);
        } catch (IllegalArgumentException e) {
            // A profile that is none says nothing.
            return image;
        }
    }
}
