package dev.carrier.pipeline.provider.enclosure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Makes a picture fit for a model: of a kind that all of them know, no larger than they look at.
 * Two at once, because a small file may hold a large picture. Thread-safe.
 */
final class PictureReader {
    /**
     * Larger ones are made smaller by the models themselves, and cost no less:
     * https://docs.claude.com/en/docs/build-with-claude/vision#evaluate-image-size
     */
    static final int LONGEST_EDGE = 1568;

    /** More cannot be a picture that somebody wants looked at. */
    private static final long MOST_PIXELS = 60_000_000;

    /** What is larger as a PNG goes as a JPEG: providers take about 5 MB as base64. */
    private static final int LARGEST_PNG = 2 << 20;

    private static final Semaphore ROOM = new Semaphore(2);

    static {
        // What is read is in memory already; ImageIO would write it to a file first.
        ImageIO.setUseCache(false);
    }

    private PictureReader() {}

    /** What a picture can be shown as, or why not. */
    sealed interface Seen {
        record Well(Picture picture) implements Seen {}

        record Not(String reason) implements Seen {}
    }

    /** Looks at the bytes of a file. */
    static Seen read(byte[] bytes) throws InterruptedException {
        Optional<PictureKind> kind = PictureKind.of(bytes);
        if (kind.isEmpty()) {
            return new Seen.Not("it is no picture that can be shown");
        }
        if (kind.get() == PictureKind.WEBP) {
            return webp(bytes);
        }
        ROOM.acquire();
        try {
            return decoded(kind.get(), bytes);
        } catch (IOException | RuntimeException broken) {
            // Readers of broken pictures throw whatever they stumble over.
            return new Seen.Not("it is broken");
        } finally {
            ROOM.release();
        }
    }

    private static Seen webp(byte[] bytes) {
        Optional<WebpSize> size = WebpSize.of(bytes);
        if (size.isEmpty()) {
            return new Seen.Not("it is broken");
        }
        int longest = Math.max(size.get().width(), size.get().height());
        return longest > LONGEST_EDGE * 2
                ? new Seen.Not("it is too large for a picture of its kind")
                : new Seen.Well(
                        new Picture(
                                PictureKind.WEBP.type(),
                                bytes,
                                size.get().width(),
                                size.get().height()));
    }

    private static Seen decoded(PictureKind kind, byte[] bytes) throws IOException {
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(kind.type());
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if ((long) width * height > MOST_PIXELS) {
                    return new Seen.Not("it has too many pixels");
                }
                boolean fits = Math.max(width, height) <= LONGEST_EDGE;
                // All of it is read once even if it fits: half a picture is none.
                BufferedImage image = reader.read(0, sampled(reader, width, height));
                return new Seen.Well(
                        fits && kind != PictureKind.GIF
                                ? new Picture(kind.type(), bytes, width, height)
                                : written(scaled(image), kind));
            } finally {
                reader.dispose();
            }
        }
    }

    /** Reads every second, third … pixel of a picture that is made smaller anyway. */
    private static ImageReadParam sampled(ImageReader reader, int width, int height) {
        ImageReadParam how = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(width, height) / (2 * LONGEST_EDGE));
        how.setSourceSubsampling(step, step, 0, 0);
        return how;
    }

    private static BufferedImage scaled(BufferedImage image) {
        double by =
                Math.min(
                        1.0, (double) LONGEST_EDGE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * by));
        int height = Math.max(1, (int) Math.round(image.getHeight() * by));
        boolean clear = image.getColorModel().hasAlpha();
        return drawn(image, width, height, clear);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height, boolean clear) {
        var out =
                new BufferedImage(
                        width,
                        height,
                        clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = out.createGraphics();
        try {
            pen.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            if (!clear) {
                pen.setBackground(Color.WHITE);
                pen.clearRect(0, 0, width, height);
            }
            pen.drawImage(image, 0, 0, width, height, null);
        } finally {
            pen.dispose();
        }
        return out;
    }

    private static Picture written(BufferedImage image, PictureKind from) throws IOException {
        if (from != PictureKind.JPEG) {
            byte[] png = written(image, "png");
            if (png.length <= LARGEST_PNG) {
                return new Picture(
                        PictureKind.PNG.type(), png, image.getWidth(), image.getHeight());
            }
        }
        BufferedImage opaque = drawn(image, image.getWidth(), image.getHeight(), false);
        return new Picture(
                PictureKind.JPEG.type(),
                written(opaque, "jpeg"),
                image.getWidth(),
                image.getHeight());
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) {
            throw new IOException("no writer of " + format);
        }
        return out.toByteArray();
    }
}
