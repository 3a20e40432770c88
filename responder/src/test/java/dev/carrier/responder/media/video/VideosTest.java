package dev.carrier.responder.media.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.responder.media.MediaUse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VideosTest {
    @TempDir Path folder;
    private final List<String> why = new ArrayList<>();

    @Test
    void aVideoThatFitsIsTold() throws Exception {
        assertThat(check(FilmFile.fine(), MediaUse.REEL))
                .contains(new Video("video/mp4", 1080, 1920, Duration.ofSeconds(10)));
        assertThat(check(FilmFile.fine().brand("qt  "), MediaUse.CAROUSEL_VIDEO).orElseThrow())
                .returns("video/quicktime", Video::contentType);
    }

    @Test
    void aVideoThatIsTurnedWhenShownHasTheSizeThatIsSeen() throws Exception {
        Video video = check(FilmFile.fine().size(1920, 1080).turned(), MediaUse.REEL).orElseThrow();

        assertThat(video.width()).isEqualTo(1080);
        assertThat(video.height()).isEqualTo(1920);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(
                        FilmFile.fine().playing(2.5), "plays for 2.5 s and must play from 3 s"),
                Arguments.of(FilmFile.fine().playing(901), "plays for 15 min and must play"),
                Arguments.of(FilmFile.fine().size(1922, 1080), "1922 pixels wide and may be 1920"),
                Arguments.of(FilmFile.fine().size(1900, 100), "1900×100 pixels"),
                Arguments.of(FilmFile.fine().codec("vp09"), "encoded as \"vp09\""),
                Arguments.of(FilmFile.fine().profile(122), "4:2:0"),
                Arguments.of(FilmFile.fine().ticks(2000), "15.0 pictures a second"),
                Arguments.of(FilmFile.fine().ticks(300), "100.0 pictures a second"),
                Arguments.of(FilmFile.fine().indexLast(), "index (moov) at the end"),
                Arguments.of(FilmFile.fine().edited(), "edit list"),
                Arguments.of(FilmFile.fine().fragmented(), "in fragments"),
                Arguments.of(FilmFile.fine().sound(0x6B, 2, 44_100), "not AAC"),
                Arguments.of(FilmFile.fine().sound(0x40, 6, 48_000), "6 channels"),
                Arguments.of(FilmFile.fine().sound(0x40, 2, 64_000), "64000 samples"),
                Arguments.of(FilmFile.fine().playing(3).holding(12_000_000), "32 Mbit a second"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatInstagramWouldRefuseIsSaidInASentence(FilmFile film, String words) throws Exception {
        assertThat(check(film, MediaUse.REEL)).isEmpty();
        assertThat(why).singleElement().asString().contains(words);
    }

    @Test
    void everyReasonIsSaidAtOnce() throws Exception {
        assertThat(check(FilmFile.fine().edited().indexLast().playing(61), MediaUse.STORY_VIDEO))
                .isEmpty();
        assertThat(why).hasSize(3);
    }

    @Test
    void usualRatesAreFine() throws Exception {
        for (int ticks : List.of(1001, 1200, 1251, 500)) {
            assertThat(check(FilmFile.fine().ticks(ticks), MediaUse.REEL)).isPresent();
        }
    }

    @Test
    void whatIsDamagedOrNoVideoIsRefusedWhereverItIsCut() throws Exception {
        byte[] whole = FilmFile.fine().bytes();
        for (int length = 0; length < whole.length; length += 7) {
            Path file = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(whole, length));
            why.clear();
            assertThat(Videos.check(file, MediaUse.REEL, why::add)).isEmpty();
            assertThat(why).hasSize(1);
        }
        Path words =
                Files.writeString(folder.resolve("words.mp4"), "no video, but a line of words");
        assertThat(Videos.check(words, MediaUse.REEL, why::add)).isEmpty();
        Path noise =
                Files.write(
                        folder.resolve("noise.mp4"),
                        new String(whole, StandardCharsets.ISO_8859_1)
                                .replace("stbl", "\0\0\0\0")
                                .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Videos.check(noise, MediaUse.REEL, why::add)).isEmpty();
    }

    private Optional<Video> check(FilmFile film, MediaUse use) throws IOException {
        Path file = Files.write(folder.resolve("film.mp4"), film.bytes());
        return Videos.check(file, use, why::add);
    }
}
