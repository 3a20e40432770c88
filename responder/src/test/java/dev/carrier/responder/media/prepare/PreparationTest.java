package dev.carrier.responder.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.responder.media.Checked;
import dev.carrier.responder.media.ContentName;
import dev.carrier.responder.media.MediaUse;
import dev.carrier.responder.media.Prepared;
import dev.carrier.responder.media.image.Drawn;
import dev.carrier.responder.media.video.FilmFile;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {
    @TempDir Path folder;
    private Preparation preparation;

    @BeforeEach
    void make() {
        preparation = new Preparation(folder.resolve("ready"));
    }

    @Test
    void aPictureIsReadyUnderANameOfItsContent() throws Exception {
        Prepared prepared = fits(png(), MediaUse.FEED_IMAGE);

        assertThat(prepared.contentType()).isEqualTo("image/jpeg");
        assertThat(prepared.name()).matches("[0-9a-f]{40}\\.jpg");
        assertThat(prepared.sha256())
                .startsWith(prepared.name().substring(0, 40))
                .isEqualTo(ContentName.sha256(prepared.file()));
        assertThat(prepared.bytes()).isEqualTo(Files.size(prepared.file()));
        assertThat(prepared.file()).isEqualTo(preparation.at(prepared.name()));
    }

    @Test
    void preparedAgainAfterACrashItIsTheSame() throws Exception {
        Path png = png();
        Prepared first = fits(png, MediaUse.FEED_IMAGE);
        Files.delete(first.file());

        assertThat(fits(png, MediaUse.FEED_IMAGE)).isEqualTo(first);
        try (var left = Files.list(folder.resolve("ready"))) {
            assertThat(left).containsExactly(first.file());
        }
    }

    @Test
    void aVideoStaysAsItIs() throws Exception {
        Path film = Files.write(folder.resolve("film"), FilmFile.fine().bytes());

        Prepared prepared = fits(film, MediaUse.REEL);

        assertThat(prepared.file()).hasSameBinaryContentAs(film);
        assertThat(prepared.name()).endsWith(".mp4");
        assertThat(prepared.duration()).contains(Duration.ofSeconds(10));
        assertThat(fits(film, MediaUse.REEL)).isEqualTo(prepared);
    }

    @Test
    void whatCannotBePostedIsRefusedInSentences() throws Exception {
        Path film = Files.write(folder.resolve("film"), FilmFile.fine().playing(1).bytes());

        assertThat(preparation.prepare(film, "holiday.mp4", MediaUse.REEL, false))
                .isEqualTo(
                        Checked.Refused.because(
                                "holiday.mp4 plays for 1 s and must play from 3 s to 15 min"));
        assertThat(preparation.prepare(film, "holiday.jpg", MediaUse.FEED_IMAGE, false))
                .isEqualTo(
                        Checked.Refused.because(
                                "holiday.jpg is a video, and a picture is wanted there"));
        assertThat(preparation.prepare(png(), "holiday.mp4", MediaUse.REEL, false))
                .isEqualTo(
                        Checked.Refused.because(
                                "holiday.mp4 is no MP4 or MOV video, and one is wanted there"));
        Path gone = folder.resolve("gone");
        assertThat(preparation.prepare(gone, "gone.jpg", MediaUse.FEED_IMAGE, false))
                .isEqualTo(Checked.Refused.because("gone.jpg is not there any more"));
    }

    private Prepared fits(Path file, MediaUse use) throws Exception {
        Checked checked = preparation.prepare(file, "picture", use, false);
        return checked instanceof Checked.Fits fits ? fits.it() : fail(checked);
    }

    private static Prepared fail(Checked checked) {
        throw new AssertionError(checked.toString());
    }

    private Path png() throws Exception {
        var drawn = Drawn.halves(700, 600, BufferedImage.TYPE_INT_RGB, Color.RED, Color.BLUE);
        return Files.write(folder.resolve("picture"), Drawn.file("png", drawn));
    }
}
