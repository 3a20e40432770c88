package dev.carrier.sandbox.instagram.publish;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Small images of any shape. */
final class Pictures {
    private Pictures() {}

    static byte[] jpeg(int width, int height) {
        return written("jpeg", width, height, false);
    }

    static byte[] progressive(int width, int height) {
        return written("jpeg", width, height, true);
    }

    static byte[] png(int width, int height) {
        return written("png", width, height, false);
    }

    private static byte[] written(String format, int width, int height, boolean progressive) {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            var param = writer.getDefaultWriteParam();
            if (progressive) {
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The same image as several in one file, as some phones write them. */
    static byte[] mpo(byte[] jpeg) {
        byte[] segment = {(byte) 0xFF, (byte) 0xE2, 0, 8, 'M', 'P', 'F', 0, 'I', 'I'};
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(segment);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
