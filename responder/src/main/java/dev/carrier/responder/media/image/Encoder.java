package dev.carrier.responder.media.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes JPEG; the same pixels give the same bytes. */
final class Encoder {
    /** From the best down; the first that is small enough. */
    private static final List<Float> QUALITIES = List.of(0.92f, 0.85f, 0.75f, 0.6f, 0.4f);

    private Encoder() {}

    static byte[] jpeg(BufferedImage image, int maxBytes) throws ImageRefused {
        for (float quality : QUALITIES) {
            byte[] file = jpeg(image, quality);
            if (file.length <= maxBytes) {
                return file;
            }
        }
        throw new ImageRefused("cannot be made smaller than " + maxBytes / 1_000_000 + " MB");
    }

    private static byte[] jpeg(BufferedImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new IllegalStateException("memory is written without trouble", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
