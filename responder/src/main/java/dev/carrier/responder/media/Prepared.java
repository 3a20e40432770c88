package dev.carrier.responder.media;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A file that can be uploaded.
 *
 * @param file where it lies
 * @param name what it is to be called on the host, from its content
 * @param contentType such as {@code image/jpeg}
 * @param bytes its size
 * @param width in pixels, as it is shown
 * @param height in pixels, as it is shown
 * @param duration of a video
 * @param sha256 of the file, in hex
 * @param notes what the operator may want to know, a sentence each; none of it stands in the way
 */
public record Prepared(
        Path file,
        String name,
        String contentType,
        long bytes,
        int width,
        int height,
        Optional<Duration> duration,
        String sha256,
        List<String> notes) {

    public Prepared {
        ContentName.checked(name);
        notes = List.copyOf(notes);
    }
}
