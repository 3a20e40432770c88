package dev.carrier.faults.instagram;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * A picture of four colours, by which it is known again after somebody compressed it.
 *
 * @param corners RGB, from the upper left to the lower right
 */
public record Picture(List<Integer> corners) {
    private static final int SIZE = 480;
    private static final int BAND = 8;

    /** So far a channel may be off after compression. */
    private static final int NEAR = 24;

    /** One that looks like no other. */
    static Picture any(Random random) {
        return new Picture(Stream.generate(() -> random.nextInt(1 << 24)).limit(4).toList());
    }

    /** Its bytes: {@code jpg} or {@code png}. */
    byte[] bytes(String form) {
        var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        for (int corner = 0; corner < 4; corner++) {
            pen.setColor(new Color(corners.get(corner)));
            pen.fillRect(SIZE / 2 * (corner % 2), SIZE / 2 * (corner / 2), SIZE / 2, SIZE / 2);
        }
        // Something that does not compress to nothing: an upload must have a middle.
        for (int line = SIZE / 2 - BAND; line < SIZE / 2 + BAND; line++) {
            for (int column = 0; column < SIZE; column++) {
                image.setRGB(column, line, (line * 31 + column * column * 17) & 0xffffff);
            }
        }
        pen.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, form, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether these bytes show it. */
    public boolean isIn(byte[] bytes) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (image == null) {
                return false;
            }
            for (int corner = 0; corner < 4; corner++) {
                int x = image.getWidth() / 4 * (1 + 2 * (corner % 2));
                int y = image.getHeight() / 4 * (1 + 2 * (corner / 2));
                if (!near(new Color(image.getRGB(x, y)), new Color(corners.get(corner)))) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean near(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed()) <= NEAR
                && Math.abs(one.getGreen() - other.getGreen()) <= NEAR
                && Math.abs(one.getBlue() - other.getBlue()) <= NEAR;
    }
}
