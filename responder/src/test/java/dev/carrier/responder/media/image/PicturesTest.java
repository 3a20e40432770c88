package dev.carrier.responder.media.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.carrier.responder.media.MediaUse;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    private static final String PLACE = "N 48 12 30, of a person's home";

    private final List<String> why = new ArrayList<>();

    @Test
    void aJpegThatFitsKeepsItsPixelsByteForByte() {
        byte[] file = Drawn.jpeg(1080, 1080);

        assertThat(fit(file).jpeg()).isEqualTo(file);
    }

    @Test
    void whatTellsOfCameraAndPlaceIsTakenOutAndNothingElse() {
        byte[] file = Drawn.jpeg(1080, 1080);
        byte[] noted = Drawn.with(file, 0xE1, Drawn.exif(1, PLACE));
        noted = Drawn.with(noted, 0xFE, "made by a program".getBytes(StandardCharsets.UTF_8));
        noted = Drawn.with(noted, 0xED, "Photoshop 3.0".getBytes(StandardCharsets.UTF_8));

        assertThat(fit(noted).jpeg()).isEqualTo(file);
    }

    @Test
    void whatFollowsTheEndOfThePictureIsTakenOut() {
        byte[] file = Drawn.jpeg(1080, 1080);
        byte[] longer = Arrays.copyOf(file, file.length + 500);

        assertThat(fit(longer).jpeg()).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp"})
    void otherFormatsBecomeJpeg(String format) throws Exception {
        var drawn = Drawn.halves(640, 640, BufferedImage.TYPE_INT_RGB, Color.RED, Color.BLUE);

        Picture picture = fit(Drawn.file(format, drawn));

        assertThat(JpegFile.read(picture.jpeg())).isPresent();
        BufferedImage read = Drawn.read(picture.jpeg());
        assertLooks(read, 320, 100, Color.RED);
        assertLooks(read, 320, 540, Color.BLUE);
    }

    @Test
    void aWebpBecomesJpegAndWhatIsTooSmallIsEnlarged() {
        byte[] webp =
                Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

        Picture picture = fit(webp);

        assertThat(picture.width()).isEqualTo(320);
        assertThat(picture.height()).isEqualTo(320);
        assertThat(picture.notes()).containsExactly("it is only 1 pixels wide, and was enlarged");
    }

    @Test
    void whatIsTransparentIsWhite() throws Exception {
        var drawn =
                Drawn.halves(
                        400, 400, BufferedImage.TYPE_INT_ARGB, new Color(0, true), Color.BLACK);

        BufferedImage read = Drawn.read(fit(Drawn.file("png", drawn)).jpeg());

        assertLooks(read, 200, 50, Color.WHITE);
        assertLooks(read, 200, 350, Color.BLACK);
    }

    @Test
    void greyStaysAsBrightAsItWas() throws Exception {
        var grey = new BufferedImage(400, 400, BufferedImage.TYPE_BYTE_GRAY);
        for (int at = 0; at < 160_000; at++) {
            grey.getRaster().setSample(at % 400, at / 400, 0, 100);
        }

        for (String format : List.of("png", "jpeg")) {
            Picture picture = fit(Drawn.file(format, grey));
            assertLooks(Drawn.read(picture.jpeg()), 200, 200, new Color(100, 100, 100));
        }
    }

    @Test
    void coloursOfAnotherProfileBecomeThoseOfSrgb() throws Exception {
        var half = new Color(128, 128, 128);
        byte[] file =
                Drawn.file("jpeg", Drawn.halves(400, 400, BufferedImage.TYPE_INT_RGB, half, half));
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] head = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1);
        byte[] body = Arrays.copyOf(head, head.length + profile.length);
        System.arraycopy(profile, 0, body, head.length, profile.length);

        Picture picture = fit(Drawn.with(file, 0xE2, body));

        // Half of the light looks brighter than the half of what eyes see.
        assertLooks(Drawn.read(picture.jpeg()), 200, 200, new Color(188, 188, 188));
        assertThat(new String(picture.jpeg(), StandardCharsets.ISO_8859_1))
                .doesNotContain("ICC_PROFILE");
    }

    @Test
    void aPngWithAProfileToo() throws Exception {
        var half = new Color(128, 128, 128);
        byte[] file =
                Drawn.file("png", Drawn.halves(400, 400, BufferedImage.TYPE_INT_ARGB, half, half));
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

        Picture picture = fit(Drawn.withProfile(file, profile));

        assertLooks(Drawn.read(picture.jpeg()), 200, 200, new Color(188, 188, 188));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 500, 400, 250, 40", "2, 500, 400, 250, 40", "3, 500, 400, 250, 360",
        "4, 500, 400, 250, 360", "5, 400, 500, 40, 250", "6, 400, 500, 360, 250",
        "7, 400, 500, 360, 250", "8, 400, 500, 40, 250"
    })
    void whatTheCameraCallsUpIsUp(int orientation, int width, int height, int x, int y)
            throws Exception {
        byte[] turned = Drawn.with(Drawn.jpeg(500, 400), 0xE1, Drawn.exif(orientation, PLACE));

        Picture picture = fit(turned);

        assertThat(picture.width()).isEqualTo(width);
        assertThat(picture.height()).isEqualTo(height);
        assertLooks(Drawn.read(picture.jpeg()), x, y, Color.RED);
        assertThat(new String(picture.jpeg(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif")
                .doesNotContain(PLACE);
    }

    @ParameterizedTest
    @CsvSource({"3000, 2000, 1440, 960", "8000, 6000, 1440, 1080", "1441, 1000, 1440, 999"})
    void whatIsTooWideIsMadeSmaller(int width, int height, int newWidth, int newHeight)
            throws Exception {
        Picture picture = fit(Drawn.jpeg(width, height));

        assertThat(picture.width()).isEqualTo(newWidth);
        assertThat(picture.height()).isEqualTo(newHeight);
        BufferedImage read = Drawn.read(picture.jpeg());
        assertThat(read.getWidth()).isEqualTo(newWidth);
        assertThat(read.getHeight()).isEqualTo(newHeight);
        assertLooks(read, newWidth / 2, newHeight / 4, Color.RED);
    }

    @ParameterizedTest
    @CsvSource({"1080, 1350", "1080, 566"})
    void theEdgesOfWhatInstagramTakesFit(int width, int height) {
        byte[] file = Drawn.jpeg(width, height);

        assertThat(fit(file).jpeg()).isEqualTo(file);
    }

    @Test
    void aPixelTooManyIsCutAndSaid() {
        Picture picture = fit(Drawn.jpeg(1200, 628));

        assertThat(1.0 * picture.width() / picture.height()).isBetween(1.89, 1.91);
        assertThat(picture.notes()).singleElement().asString().contains("cut");
    }

    @ParameterizedTest
    @CsvSource({"1000, 1300", "1000, 500"})
    void anotherShapeIsRefusedUnlessWhiteIsAskedFor(int width, int height) throws Exception {
        byte[] file = Drawn.jpeg(width, height);

        assertThat(Pictures.fit(file, MediaUse.FEED_IMAGE, false, why::add)).isEmpty();
        Picture padded = Pictures.fit(file, MediaUse.FEED_IMAGE, true, why::add).orElseThrow();

        assertThat(why)
                .containsExactly(
                        "has "
                                + width
                                + "×"
                                + height
                                + " pixels: Instagram takes shapes from 4:5 to 1.91:1 there; cut it, or ask for white around it");
        assertThat(1.0 * padded.width() / padded.height()).isBetween(0.8, 1.91);
        assertLooks(Drawn.read(padded.jpeg()), 2, 2, Color.WHITE);
        assertThat(Pictures.fit(file, MediaUse.STORY_IMAGE, false, why::add)).isPresent();
    }

    @Test
    void aBombIsRefusedBeforeItsPixelsAreRead() {
        byte[] png = Drawn.file("png", new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
        // The header is the first chunk: width and height at 16, its checksum behind it.
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        var checksum = new CRC32();
        checksum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) checksum.getValue());

        assertThat(Pictures.fit(png, MediaUse.FEED_IMAGE, false, why::add)).isEmpty();
        assertThat(why).containsExactly("has 60000×60000 pixels, which is too many to be read");
    }

    @Test
    void whatIsCutOffOrNoPictureIsRefused() {
        byte[] jpeg = Drawn.jpeg(640, 640);

        refused(Arrays.copyOf(jpeg, jpeg.length / 2), "is cut off");
        refused("just words, and not a picture".getBytes(StandardCharsets.UTF_8), "is no picture");
        refused(new byte[0], "is no picture");
        byte[] png =
                Drawn.file(
                        "png",
                        Drawn.halves(640, 640, BufferedImage.TYPE_INT_RGB, Color.RED, Color.BLUE));
        refused(Arrays.copyOf(png, 60), "is damaged");
    }

    @Test
    void theSameFileGivesTheSameBytes() {
        byte[] png =
                Drawn.file(
                        "png",
                        Drawn.halves(900, 700, BufferedImage.TYPE_INT_ARGB, Color.RED, Color.BLUE));

        assertThat(fit(png).jpeg()).isEqualTo(fit(png).jpeg());
    }

    private Picture fit(byte[] file) {
        return Pictures.fit(file, MediaUse.FEED_IMAGE, false, why::add)
                .orElseThrow(() -> new AssertionError(why.toString()));
    }

    private void refused(byte[] file, String words) {
        why.clear();
        assertThat(Pictures.fit(file, MediaUse.FEED_IMAGE, false, why::add)).isEmpty();
        assertThat(why).singleElement().asString().contains(words);
    }

    private static void assertLooks(BufferedImage image, int x, int y, Color expected) {
        var seen = new Color(image.getRGB(x, y));
        assertThat(seen.getRed()).isCloseTo(expected.getRed(), within(6));
        assertThat(seen.getGreen()).isCloseTo(expected.getGreen(), within(6));
        assertThat(seen.getBlue()).isCloseTo(expected.getBlue(), within(6));
    }
}
