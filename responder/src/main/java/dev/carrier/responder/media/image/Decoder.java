package dev.carrier.responder.media.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads pictures that somebody else made. A few kilobytes may claim to be a picture that fills the
 * memory: its size is asked for before a pixel is read, and of a large one only every second,
 * third, … pixel is kept.
 */
final class Decoder implements AutoCloseable {
    private static final Set<String> KNOWN = Set.of("jpeg", "png", "gif", "bmp", "webp");

    /** Formats of which a part can be read without holding the rest. */
    private static final Set<String> BY_LINES = Set.of("jpeg", "png");

    private static final long PIXELS = 40_000_000;
    private static final long PIXELS_BY_LINES = 250_000_000;

    private final ImageInputStream stream;
    private final ImageReader reader;
    private final String format;

    private Decoder(ImageInputStream stream, ImageReader reader, String format) {
        this.stream = stream;
        this.reader = reader;
        this.format = format;
    }

    /** Looks at the head of the file only. */
    static Decoder of(byte[] file) throws ImageRefused {
        ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            try {
                String format = reader.getFormatName().toLowerCase(Locale.ROOT);
                if (KNOWN.contains(format)) {
                    // Notes inside a file may be bombs of their own.
                    reader.setInput(stream, false, true);
                    return new Decoder(stream, reader, format);
                }
            } catch (IOException e) {
                reader.dispose();
                continue;
            }
            reader.dispose();
        }
        throw new ImageRefused("is no picture that can be read: JPEG, PNG, WebP, GIF and BMP are");
    }

    int width() throws ImageRefused {
        return asked(() -> reader.getWidth(0));
    }

    int height() throws ImageRefused {
        return asked(() -> reader.getHeight(0));
    }

    /**
     * Reads the first picture.
     *
     * @param enough what is wider than twice this is thinned out while it is read
     */
    Decoded decode(int enough) throws ImageRefused {
        int width = width();
        int height = height();
        long pixels = (long) width * height;
        boolean byLines = BY_LINES.contains(format);
        if (pixels > (byLines ? PIXELS_BY_LINES : PIXELS)) {
            throw new ImageRefused(
                    "has " + width + "×" + height + " pixels, which is too many to be read");
        }
        ImageReadParam param = reader.getDefaultReadParam();
        int every = Math.max(1, width / (2 * enough));
        while (pixels / ((long) every * every) > PIXELS) {
            every++;
        }
        if (byLines && every > 1) {
            param.setSourceSubsampling(every, every, 0, 0);
        }
        return asked(() -> new Decoded(reader.read(0, param), moves()));
    }

    /** Only such formats are asked that may hold several. */
    private boolean moves() throws IOException {
        return (format.equals("gif") || format.equals("webp")) && reader.getNumImages(true) > 1;
    }

    /** Readers throw what they like at files that are not as they should be. */
    private static <T> T asked(Reading<T> reading) throws ImageRefused {
        try {
            return reading.read();
        } catch (IOException | RuntimeException e) {
            var refused = new ImageRefused("is damaged, or no picture: it cannot be read");
            refused.initCause(e);
            throw refused;
        }
    }

    @Override
    public void close() {
        reader.dispose();
        try {
            stream.close();
        } catch (IOException e) {
            throw new IllegalStateException("memory is closed without trouble", e);
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }
}
