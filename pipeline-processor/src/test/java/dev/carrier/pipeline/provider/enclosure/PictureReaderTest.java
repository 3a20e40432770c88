package dev.carrier.pipeline.provider.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the pictures that people send. */
class PictureReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void aPictureThatFitsIsShownAsItIs(String format) throws Exception {
        byte[] cat = Drawn.of(format, 64, 48);

        Picture seen = well(cat);

        assertThat(seen.bytes()).isEqualTo(cat);
        assertThat(seen.type()).isEqualTo("image/" + format);
        assertThat(seen.width()).isEqualTo(64);
        assertThat(seen.height()).isEqualTo(48);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void aLargeOneIsMadeSmallerAndKeepsItsForm(String format) throws Exception {
        Picture seen = well(Drawn.of(format, 6000, 1500));

        assertThat(seen.width()).isEqualTo(PictureReader.LONGEST_EDGE);
        assertThat(seen.height()).isEqualTo(392);
        assertThat(ImageIO.read(new ByteArrayInputStream(seen.bytes())).getWidth())
                .isEqualTo(seen.width());
    }

    @Test
    void ofAGifItsFirstFrameIsShown() throws Exception {
        Picture seen = well(Drawn.of("gif", 20, 10));

        assertThat(seen.type()).isEqualTo("image/png");
        assertThat(PictureKind.of(seen.bytes())).contains(PictureKind.PNG);
    }

    @Test
    void aWebpIsShownAsItIsBecauseJavaCannotReadIt() throws Exception {
        Picture seen = well(webp(800, 600));

        assertThat(seen.type()).isEqualTo("image/webp");
        assertThat(seen.width()).isEqualTo(800);
        assertThat(seen.height()).isEqualTo(600);
        assertThat(not(webp(9000, 600))).isEqualTo("it is too large for a picture of its kind");
    }

    @Test
    void whatOnlyCallsItselfAPictureIsNone() throws Exception {
        byte[] page = "<html><script>…</script>".getBytes(StandardCharsets.UTF_8);

        assertThat(not(page)).isEqualTo("it is no picture that can be shown");
        assertThat(not(new byte[0])).isEqualTo("it is no picture that can be shown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif"})
    void halfAPictureIsBroken(String format) throws Exception {
        byte[] whole = Drawn.of(format, 300, 300);

        assertThat(not(Arrays.copyOf(whole, 40))).isEqualTo("it is broken");
    }

    @Test
    void aSmallFileThatHoldsAHugePictureIsNotUnpacked() throws Exception {
        byte[] bomb = Drawn.of("png", 10, 10);
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        // The header's checksum must be right, or it would only be broken.
        var sum = new java.util.zip.CRC32();
        sum.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) sum.getValue());

        assertThat(not(bomb)).isEqualTo("it has too many pixels");
    }

    private static byte[] webp(int width, int height) {
        byte[] bytes = new byte[64];
        System.arraycopy("RIFF".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 4);
        System.arraycopy("WEBPVP8X".getBytes(StandardCharsets.US_ASCII), 0, bytes, 8, 8);
        for (int i = 0; i < 3; i++) {
            bytes[24 + i] = (byte) ((width - 1) >> (8 * i));
            bytes[27 + i] = (byte) ((height - 1) >> (8 * i));
        }
        return bytes;
    }

    private static Picture well(byte[] bytes) throws InterruptedException {
        PictureReader.Seen seen = PictureReader.read(bytes);
        assertThat(seen).isInstanceOf(PictureReader.Seen.Well.class);
        return ((PictureReader.Seen.Well) seen).picture();
    }

    private static String not(byte[] bytes) throws InterruptedException {
        PictureReader.Seen seen = PictureReader.read(bytes);
        assertThat(seen).isInstanceOf(PictureReader.Seen.Not.class);
        return ((PictureReader.Seen.Not) seen).reason();
    }
}
