package dev.carrier.responder.media.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Pictures for tests. */
public final class Drawn {
    private Drawn() {}

    /** Its upper half in one colour, its lower half in another. */
    public static BufferedImage halves(int width, int height, int type, Color up, Color down) {
        var image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (y < height / 2 ? up : down).getRGB());
            }
        }
        return image;
    }

    public static byte[] jpeg(int width, int height) {
        return file(
                "jpeg", halves(width, height, BufferedImage.TYPE_INT_RGB, Color.RED, Color.BLUE));
    }

    public static byte[] file(String format, BufferedImage image) {
        try {
            var bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("cannot write " + format);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BufferedImage read(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    /** A JPEG with one more segment right behind its beginning. */
    static byte[] with(byte[] jpeg, int marker, byte[] body) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.write(0xFF);
        bytes.write(marker);
        bytes.write((body.length + 2) >> 8);
        bytes.write((body.length + 2) & 0xFF);
        bytes.writeBytes(body);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    /** A PNG with a profile behind its header. */
    static byte[] withProfile(byte[] png, byte[] profile) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(png, 0, 33);
        var chunk = new ByteArrayOutputStream();
        chunk.writeBytes("iCCPp\0\0".getBytes(StandardCharsets.ISO_8859_1));
        try (var deflating = new DeflaterOutputStream(chunk)) {
            deflating.write(profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var sum = new CRC32();
        sum.update(chunk.toByteArray());
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(chunk.size() - 4).array());
        bytes.writeBytes(chunk.toByteArray());
        bytes.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        bytes.write(png, 33, png.length - 33);
        return bytes.toByteArray();
    }

    /** A camera's notes: which way is up, and words. */
    static byte[] exif(int orientation, String words) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("Exif\0\0MM\0*\0\0\0\10\0\1".getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(new byte[] {0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0});
        bytes.writeBytes(new byte[4]);
        bytes.writeBytes(words.getBytes(StandardCharsets.ISO_8859_1));
        return bytes.toByteArray();
    }
}
