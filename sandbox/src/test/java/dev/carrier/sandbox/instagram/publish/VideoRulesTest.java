package dev.carrier.sandbox.instagram.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which videos Instagram takes. */
class VideoRulesTest {
    @Test
    void whatAFileSaysOfItselfIsRead() {
        var read = Mp4.read(Film.good().bytes()).orElseThrow();
        assertThat(read.moovFirst()).isTrue();
        assertThat(read.edited()).isFalse();
        assertThat(read.duration()).isEqualTo(Duration.ofSeconds(5));
        assertThat(read.video()).contains(new Mp4.Video("avc1", 1080, 1920, 30));
        assertThat(read.sound()).contains(new Mp4.Sound("mp4a", 2, 48_000));
    }

    static Stream<Film> good() {
        var good = Film.good();
        return Stream.of(
                good,
                good.codec("hvc1"),
                good.codec("hev1"),
                good.lasting(Duration.ofSeconds(3)),
                good.lasting(Duration.ofMinutes(15)),
                good.framesPerSecond(60),
                good.size(1920, 1080),
                good.sound("mp4a", 1, 44_100));
    }

    @ParameterizedTest
    @MethodSource("good")
    void goodReelsAreTaken(Film film) {
        assertThat(VideoRules.REEL.check(film.bytes())).isEmpty();
    }

    static Stream<Film> bad() {
        var good = Film.good();
        return Stream.of(
                good.codec("vp09"),
                good.codec("av01"),
                good.moovLast(),
                good.withEditList(),
                good.lasting(Duration.ofMillis(2900)),
                good.lasting(Duration.ofSeconds(901)),
                good.framesPerSecond(15),
                good.framesPerSecond(120),
                good.size(3840, 2160),
                good.size(0, 100),
                good.sound("ac-3", 2, 48_000),
                good.sound("mp4a", 6, 48_000),
                good.mediaBytes(20 << 20));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatIsNotAsTheSpecificationWantsItIsRefused(Film film) {
        assertThat(VideoRules.REEL.check(film.bytes())).contains(Fault.VIDEO);
    }

    @Test
    void aStoryLastsAMinuteAtMost() {
        var minute = Film.good().lasting(Duration.ofSeconds(61)).bytes();
        assertThat(VideoRules.REEL.check(minute)).isEmpty();
        assertThat(VideoRules.STORY.check(minute)).contains(Fault.VIDEO);
    }

    @Test
    void whatIsNoVideoIsRefusedWhereverItBreaksOff() {
        var film = Film.good().bytes();
        for (var length = 0; length < film.length; length += 7) {
            assertThat(VideoRules.REEL.check(Arrays.copyOf(film, length)))
                    .describedAs("%d bytes", length)
                    .contains(Fault.VIDEO);
        }
        assertThat(VideoRules.REEL.check(Pictures.jpeg(400, 300))).contains(Fault.VIDEO);
    }
}
