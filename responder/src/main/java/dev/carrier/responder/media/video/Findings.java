package dev.carrier.responder.media.video;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What of a video Instagram would refuse. Pure. */
final class Findings {
    private static final Set<String> CODECS = Set.of("avc1", "avc3", "hvc1", "hev1");

    private final List<String> found = new ArrayList<>();

    private Findings() {}

    /** A sentence for each, with the way out; empty when it can be posted. */
    static List<String> of(Movie movie, VideoSpec spec) {
        var findings = new Findings();
        findings.whole(movie, spec);
        movie.pictures().stream().findFirst().ifPresent(one -> findings.pictures(one, spec));
        movie.sounds().forEach(findings::sound);
        return List.copyOf(findings.found);
    }

    private void whole(Movie movie, VideoSpec spec) {
        when(movie.pictures().isEmpty(), "holds no pictures, only sound");
        when(movie.pictures().size() > 1, "holds more than one track of pictures: keep one");
        when(
                movie.bytes() > spec.maxBytes(),
                "has %d MB and may have %d: make it smaller"
                        .formatted(movie.bytes() / 1_000_000, spec.maxBytes() / 1_000_000));
        when(
                movie.fragmented(),
                "is in fragments, as it is streamed: write it as one (ffmpeg -i IN -c copy -movflags +faststart OUT)");
        when(
                !movie.indexFirst(),
                "has its index (moov) at the end, and Instagram wants it in front (ffmpeg -i IN -c copy -movflags +faststart OUT)");
        boolean edited =
                movie.pictures().stream().anyMatch(Movie.Pictures::edited)
                        || movie.sounds().stream().anyMatch(Movie.Sound::edited);
        when(
                edited,
                "has an edit list, which Instagram does not take (ffmpeg -i IN -c copy -use_editlist 0 -movflags +faststart OUT)");
        if (!movie.fragmented()) {
            duration(movie, spec);
        }
    }

    private void duration(Movie movie, VideoSpec spec) {
        Duration plays = movie.duration();
        when(
                plays.compareTo(spec.shortest()) < 0 || plays.compareTo(spec.longest()) > 0,
                "plays for %s and must play from %s to %s"
                        .formatted(
                                seconds(plays), seconds(spec.shortest()), seconds(spec.longest())));
        double bits = plays.isZero() ? 0 : movie.bytes() * 8_000.0 / plays.toMillis();
        when(
                bits > VideoSpec.MAX_BITS_PER_SECOND,
                "has %d Mbit a second and may have 25: encode it with less"
                        .formatted(Math.round(bits / 1_000_000)));
    }

    private void pictures(Movie.Pictures pictures, VideoSpec spec) {
        when(
                !CODECS.contains(pictures.codec()),
                "is encoded as \"" + pictures.codec() + "\": Instagram takes H.264 and HEVC");
        when(
                pictures.width() < 1 || pictures.height() < 1,
                "does not say how large its pictures are");
        when(
                pictures.width() > VideoSpec.MAX_WIDTH,
                "is %d pixels wide and may be %d: make it smaller"
                        .formatted(pictures.width(), VideoSpec.MAX_WIDTH));
        double ratio = (double) pictures.width() / Math.max(1, pictures.height());
        when(
                ratio < spec.minRatio() || ratio > VideoSpec.MAX_RATIO,
                "has %d×%d pixels: Instagram takes shapes from %s there"
                        .formatted(pictures.width(), pictures.height(), spec.ratios()));
        when(
                pictures.perSecond() < VideoSpec.MIN_PER_SECOND
                        || pictures.perSecond() > VideoSpec.MAX_PER_SECOND,
                String.format(
                        Locale.ROOT,
                        "has %.1f pictures a second and must have from 23 to 60",
                        pictures.perSecond()));
        when(
                !pictures.halfColours(),
                "has colours in a form other than 4:2:0 (ffmpeg: -pix_fmt yuv420p)");
        when(pictures.interlaced(), "is interlaced, and must be progressive");
    }

    private void sound(Movie.Sound sound) {
        when(
                !sound.aac(),
                "has sound as \"" + sound.codec() + "\" that is not AAC, which Instagram wants");
        when(
                sound.hertz() > VideoSpec.MAX_HERTZ,
                "has sound with %d samples a second and may have 48000".formatted(sound.hertz()));
        when(
                sound.channels() > VideoSpec.MAX_CHANNELS,
                "has sound with %d channels and may have 2".formatted(sound.channels()));
    }

    private void when(boolean wrong, String sentence) {
        if (wrong) {
            found.add(sentence);
        }
    }

    private static String seconds(Duration duration) {
        return duration.compareTo(Duration.ofMinutes(2)) > 0
                ? duration.toMinutes() + " min"
                : duration.toMillis() % 1000 == 0
                        ? duration.toSeconds() + " s"
                        : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
