package dev.carrier.responder.media.video;

import dev.carrier.responder.media.MediaUse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Checks videos; never changes one. */
public final class Videos {
    private Videos() {}

    /**
     * @param why hears each reason, which goes on from the file's name
     * @return absent when it cannot be posted
     */
    public static Optional<Video> check(Path file, MediaUse use, Consumer<String> why)
            throws IOException {
        Movie movie;
        try {
            movie = MovieReader.read(file);
        } catch (NoMovie e) {
            why.accept(e.getMessage());
            return Optional.empty();
        }
        List<String> findings = Findings.of(movie, VideoSpec.of(use));
        findings.forEach(why);
        if (!findings.isEmpty()) {
            return Optional.empty();
        }
        Movie.Pictures pictures = movie.pictures().getFirst();
        return Optional.of(
                new Video(
                        movie.quickTime() ? "video/quicktime" : "video/mp4",
                        pictures.width(),
                        pictures.height(),
                        movie.duration()));
    }
}
