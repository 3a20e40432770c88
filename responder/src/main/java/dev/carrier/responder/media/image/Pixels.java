package dev.carrier.responder.media.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;

/** Changes pictures; gives a new one each time, opaque and in sRGB. */
final class Pixels {
    private Pixels() {}

    /** In sRGB, on white where it lets something through. */
    static BufferedImage flattened(BufferedImage image) {
        if (image.getColorModel() instanceof ComponentColorModel
                && image.getColorModel().getNumColorComponents() == 1) {
            return grey(image);
        }
        BufferedImage source = image;
        if (!image.getColorModel().getColorSpace().isCS_sRGB()) {
            int type =
                    image.getColorModel().hasAlpha()
                            ? BufferedImage.TYPE_INT_ARGB
                            : BufferedImage.TYPE_INT_RGB;
            source = new BufferedImage(image.getWidth(), image.getHeight(), type);
            var toSrgb = new ColorConvertOp(ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
            toSrgb.filter(image, source);
        }
        BufferedImage white = white(image.getWidth(), image.getHeight());
        draw(white, source, new AffineTransform());
        return white;
    }

    /** Java takes grey for linear light, files for what is to be shown: their values are kept. */
    private static BufferedImage grey(BufferedImage image) {
        Raster raster = image.getRaster();
        int[] bits = image.getColorModel().getComponentSize();
        boolean alpha = image.getColorModel().hasAlpha();
        BufferedImage made = white(image.getWidth(), image.getHeight());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int grey = eightBits(raster.getSample(x, y, 0), bits[0]);
                if (alpha) {
                    int opaque = eightBits(raster.getSample(x, y, 1), bits[1]);
                    grey = (grey * opaque + 255 * (255 - opaque)) / 255;
                }
                made.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        return made;
    }

    private static int eightBits(int sample, int bits) {
        return (int) Math.round(sample * 255.0 / ((1L << bits) - 1));
    }

    /** Turned and mirrored so that what is up is up. */
    static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation == Exif.UPRIGHT) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        AffineTransform turn =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
                    default -> new AffineTransform(0, -1, 1, 0, 0, width);
                };
        BufferedImage turned = orientation >= 5 ? white(height, width) : white(width, height);
        draw(turned, image, turn);
        return turned;
    }

    /** Its middle. */
    static BufferedImage cut(BufferedImage image, int width, int height) {
        BufferedImage made = white(width, height);
        int left = (image.getWidth() - width) / 2;
        int top = (image.getHeight() - height) / 2;
        draw(made, image, AffineTransform.getTranslateInstance(-left, -top));
        return made;
    }

    /** With white around it. */
    static BufferedImage padded(BufferedImage image, int width, int height) {
        return cut(image, width, height);
    }

    /** Of this size; halved step by step, so that no line is skipped. */
    static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage made = image;
        while (made.getWidth() >= 2 * width && made.getHeight() >= 2 * height) {
            made = resized(made, (made.getWidth() + 1) / 2, (made.getHeight() + 1) / 2);
        }
        return made.getWidth() == width && made.getHeight() == height
                ? made
                : resized(made, width, height);
    }

    private static BufferedImage resized(BufferedImage image, int width, int height) {
        BufferedImage made = white(width, height);
        draw(
                made,
                image,
                AffineTransform.getScaleInstance(
                        (double) width / image.getWidth(), (double) height / image.getHeight()));
        return made;
    }

    private static void draw(BufferedImage onto, BufferedImage image, AffineTransform transform) {
        Graphics2D graphics = onto.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                transform.getShearX() == 0 && transform.getScaleX() != 1
                        ? RenderingHints.VALUE_INTERPOLATION_BICUBIC
                        : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.drawImage(image, transform, null);
        graphics.dispose();
    }

    private static BufferedImage white(int width, int height) {
        BufferedImage made = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = made.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return made;
    }
}
