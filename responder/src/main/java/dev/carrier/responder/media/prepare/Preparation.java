package dev.carrier.responder.media.prepare;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.carrier.responder.media.Checked;
import dev.carrier.responder.media.ContentName;
import dev.carrier.responder.media.MediaUse;
import dev.carrier.responder.media.Prepared;
import dev.carrier.responder.media.image.Picture;
import dev.carrier.responder.media.image.Pictures;
import dev.carrier.responder.media.video.Video;
import dev.carrier.responder.media.video.Videos;
import dev.carrier.runtime.OldFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Makes files ready for the media host. What it makes lies in one folder under its final name, so
 * that a step that comes after a crash finds it there; made again, it is the same. Thread-safe.
 */
public final class Preparation {
    private static final long LARGEST_PICTURE = 64L << 20;
    private static final int HEAD = 12;

    private final Path ready;
    private final AtomicReference<Instant> tidied = new AtomicReference<>(Instant.EPOCH);

    /**
     * @param ready the folder for what is ready; made when it is not there
     */
    public Preparation(Path ready) {
        this.ready = ready;
    }

    /** Where a file lies once it is prepared, by its final name. */
    public Path at(String name) {
        return ready.resolve(ContentName.checked(name));
    }

    /**
     * @param file stays as it is
     * @param shown what people call it, for sentences
     * @param pad whether white may be added to a picture whose shape does not fit
     * @throws IOException when a file cannot be read or written
     */
    public Checked prepare(Path file, String shown, MediaUse use, boolean pad) throws IOException {
        tidy(Instant.now());
        List<String> why = new ArrayList<>();
        try {
            boolean video = isVideo(file);
            if (video != use.isVideo()) {
                return Checked.Refused.because(
                        shown
                                + (video
                                        ? " is a video, and a picture is wanted there"
                                        : " is no MP4 or MOV video, and one is wanted there"));
            }
            Optional<Prepared> made = video ? video(file, use, why) : picture(file, use, pad, why);
            return made.<Checked>map(Checked.Fits::new)
                    .orElseGet(() ->
                            new Checked.Refused(
                                    why.stream().map(one -> shown + " " + one).toList()));
        } catch (NoSuchFileException e) {
            return Checked.Refused.because(shown + " is not there any more");
        }
    }

    private Optional<Prepared> picture(Path file, MediaUse use, boolean pad, List<String> why)
            throws IOException {
        long bytes = Files.size(file);
        if (bytes > LARGEST_PICTURE) {
            why.add("has " + (bytes >> 20) + " MB, which is too much for a picture");
            return Optional.empty();
        }
        Optional<Picture> fits = Pictures.fit(Files.readAllBytes(file), use, pad, why::add);
        if (fits.isEmpty()) {
            return Optional.empty();
        }
        Picture picture = fits.get();
        String sha256 = ContentName.sha256(picture.jpeg());
        String name = ContentName.of(sha256, "jpg");
        Path part = Files.createTempFile(Files.createDirectories(ready), ".", ".part");
        Files.write(part, picture.jpeg());
        return Optional.of(
                new Prepared(
                        moved(part, name),
                        name,
                        "image/jpeg",
                        picture.jpeg().length,
                        picture.width(),
                        picture.height(),
                        Optional.empty(),
                        sha256,
                        picture.notes()));
    }

    private Optional<Prepared> video(Path file, MediaUse use, List<String> why) throws IOException {
        Optional<Video> fits = Videos.check(file, use, why::add);
        if (fits.isEmpty()) {
            return Optional.empty();
        }
        Video video = fits.get();
        String sha256 = ContentName.sha256(file);
        String ending = video.contentType().equals("video/mp4") ? "mp4" : "mov";
        String name = ContentName.of(sha256, ending);
        long bytes = Files.size(file);
        Path there = at(name);
        if (!Files.isRegularFile(there) || Files.size(there) != bytes) {
            Path part = Files.createTempFile(Files.createDirectories(ready), ".", ".part");
            Files.copy(file, part, REPLACE_EXISTING);
            moved(part, name);
        } else {
            OldFiles.used(there, Instant.now());
        }
        return Optional.of(
                new Prepared(
                        there,
                        name,
                        video.contentType(),
                        bytes,
                        video.width(),
                        video.height(),
                        Optional.of(video.duration()),
                        sha256,
                        List.of()));
    }

    /** Now and then: what a post left here is of no use when no post can wait any more. */
    private void tidy(Instant now) {
        Instant last = tidied.get();
        if (last.plus(Duration.ofHours(1)).isBefore(now) && tidied.compareAndSet(last, now)) {
            OldFiles.delete(ready, now.minus(OldFiles.OF_POSTS));
        }
    }

    private Path moved(Path part, String name) throws IOException {
        try {
            return Files.move(part, at(name), ATOMIC_MOVE, REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** By how it begins: a name may say anything. */
    private static boolean isVideo(Path file) throws IOException {
        byte[] head;
        try (var bytes = Files.newInputStream(file)) {
            head = bytes.readNBytes(HEAD);
        }
        if (head.length < HEAD) {
            return false;
        }
        String kind = new String(head, 4, 4, ISO_8859_1);
        return List.of("ftyp", "moov", "mdat", "wide", "free", "skip").contains(kind);
    }
}
