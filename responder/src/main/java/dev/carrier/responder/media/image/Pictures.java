package dev.carrier.responder.media.image;

import dev.carrier.responder.media.MediaUse;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes pictures fit. A JPEG that fits already keeps its pixels as they are and loses only what
 * tells of camera and place; everything else is read, turned upright, put on white, made as wide as
 * allowed and written anew. The same file gives the same bytes.
 */
public final class Pictures {
    private Pictures() {}

    /**
     * @param file what the file holds
     * @param pad whether white may be added where the shape does not fit; refused otherwise
     * @param why hears the reason, which goes on from the file's name, when there is none to give
     * @return absent when it cannot be posted
     */
    public static Optional<Picture> fit(
            byte[] file, MediaUse use, boolean pad, Consumer<String> why) {
        try {
            return Optional.of(fitted(file, ImageSpec.of(use), pad));
        } catch (ImageRefused refused) {
            why.accept(refused.getMessage());
            return Optional.empty();
        }
    }

    private static Picture fitted(byte[] file, ImageSpec spec, boolean pad) throws ImageRefused {
        try (Decoder decoder = Decoder.of(file)) {
            Optional<JpegFile> jpeg = JpegFile.read(file);
            if (JpegFile.isOne(file) && jpeg.isEmpty()) {
                throw new ImageRefused("is cut off: it is a JPEG without its end");
            }
            int orientation = jpeg.map(JpegFile::orientation).orElse(Exif.UPRIGHT);
            boolean lying = orientation >= 5;
            int width = lying ? decoder.height() : decoder.width();
            int height = lying ? decoder.width() : decoder.height();
            if (width < 1 || height < 1) {
                throw new ImageRefused("has no pixels");
            }
            if (!spec.nearlyTakes(width, height) && !pad) {
                throw new ImageRefused(
                        "has "
                                + width
                                + "×"
                                + height
                                + " pixels: Instagram takes shapes from "
                                + spec.ratios()
                                + " there; cut it, or ask for white around it");
            }
            boolean asItIs =
                    jpeg.isPresent()
                            && jpeg.get().plain()
                            && orientation == Exif.UPRIGHT
                            && spec.takes(width, height)
                            && spec.takesWidth(width)
                            && jpeg.get().bare().length <= spec.maxBytes();
            if (asItIs) {
                return new Picture(jpeg.get().bare(), width, height, List.of());
            }
            // The JDK heeds a profile in JPEG, and none in PNG.
            Optional<byte[]> profile = Colours.ofPng(file);
            Decoded decoded = decoder.decode(spec.maxWidth());
            return anew(
                    profile.isPresent() ? decoded.meaning(profile.get()) : decoded,
                    orientation,
                    spec);
        }
    }

    private static Picture anew(Decoded decoded, int orientation, ImageSpec spec)
            throws ImageRefused {
        List<String> notes = new ArrayList<>();
        if (decoded.moves()) {
            notes.add("it moves, and only its first picture is posted");
        }
        BufferedImage upright = Pixels.upright(Pixels.flattened(decoded.image()), orientation);
        BufferedImage shaped = shaped(upright, spec, notes);
        int width = Math.clamp(shaped.getWidth(), spec.minWidth(), spec.maxWidth());
        int height =
                Math.max(1, Math.round((float) shaped.getHeight() * width / shaped.getWidth()));
        if (width > shaped.getWidth()) {
            notes.add("it is only " + shaped.getWidth() + " pixels wide, and was enlarged");
        }
        // Rounding must not push a shape over the edge that it lies on.
        while (width < spec.minRatio() * height) {
            height--;
        }
        while (width > spec.maxRatio() * height) {
            height++;
        }
        BufferedImage sized = Pixels.scaled(shaped, width, height);
        return new Picture(Encoder.jpeg(sized, spec.maxBytes()), width, height, notes);
    }

    private static BufferedImage shaped(BufferedImage image, ImageSpec spec, List<String> notes) {
        int width = image.getWidth();
        int height = image.getHeight();
        if (spec.takes(width, height)) {
            return image;
        }
        boolean wide = width > spec.maxRatio() * height;
        if (spec.nearlyTakes(width, height)) {
            notes.add("its edge was cut by less than a hundredth to fit " + spec.ratios());
            return wide
                    ? Pixels.cut(image, (int) Math.floor(spec.maxRatio() * height), height)
                    : Pixels.cut(image, width, (int) Math.floor(width / spec.minRatio()));
        }
        notes.add("white was added to fit " + spec.ratios());
        return wide
                ? Pixels.padded(image, width, (int) Math.ceil(width / spec.maxRatio()))
                : Pixels.padded(image, (int) Math.ceil(spec.minRatio() * height), height);
    }
}
