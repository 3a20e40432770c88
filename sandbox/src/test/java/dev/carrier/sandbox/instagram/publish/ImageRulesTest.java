package dev.carrier.sandbox.instagram.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which images Instagram takes. */
class ImageRulesTest {
    @ParameterizedTest
    @CsvSource({"1080, 1350", "1080, 1080", "1080, 566", "100, 125", "191, 100", "4000, 4000"})
    void theFeedTakesEverythingFromFourToFiveUpToItsWidest(int width, int height) {
        assertThat(ImageRules.feed(Pictures.jpeg(width, height))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1080, 1920", "100, 130", "200, 100", "1080, 500"})
    void whatIsTooHighOrTooWideIsForStories(int width, int height) {
        assertThat(ImageRules.feed(Pictures.jpeg(width, height))).contains(Fault.RATIO);
        assertThat(ImageRules.any(Pictures.jpeg(width, height))).isEmpty();
    }

    @Test
    void aProgressiveJpegIsAJpeg() {
        var bytes = Pictures.progressive(400, 300);
        assertThat(Jpeg.read(bytes)).contains(new Jpeg(400, 300, true, 3, false));
        assertThat(ImageRules.feed(bytes)).isEmpty();
    }

    @Test
    void otherFormatsAreRefusedByWhatTheyAreNotByTheirName() {
        assertThat(ImageRules.feed(Pictures.png(400, 300))).contains(Fault.FORMAT);
        assertThat(ImageRules.feed(Pictures.mpo(Pictures.jpeg(400, 300)))).contains(Fault.FORMAT);
        assertThat(ImageRules.feed(Film.good().bytes())).contains(Fault.FORMAT);
        assertThat(ImageRules.feed(new byte[0])).contains(Fault.FORMAT);
    }

    @Test
    void whatBreaksOffInItsHeaderIsNone() {
        var whole = Pictures.jpeg(400, 300);
        for (var length = 0; length < 150; length++) {
            assertThat(Jpeg.read(Arrays.copyOf(whole, length))).isEmpty();
        }
    }

    @Test
    void moreThanEightMegabytesAreTooMany() {
        var jpeg = Pictures.jpeg(400, 300);
        assertThat(ImageRules.feed(Arrays.copyOf(jpeg, 8 << 20))).isEmpty();
        assertThat(ImageRules.feed(Arrays.copyOf(jpeg, (8 << 20) + 1))).contains(Fault.TOO_LARGE);
    }
}
