package dev.carrier.responder.publishing;

import dev.carrier.contracts.Post;
import dev.carrier.contracts.PostItem;
import dev.carrier.contracts.PostMedia;
import dev.carrier.contracts.Remedy;
import dev.carrier.contracts.Response;
import dev.carrier.responder.media.Checked;
import dev.carrier.responder.media.MediaHost;
import dev.carrier.responder.media.MediaProblem;
import dev.carrier.responder.media.MediaUse;
import dev.carrier.responder.media.Prepared;
import dev.carrier.runtime.dispatch.Leash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps about files. They lie in an outbox, named by their content; what is made of them lies
 * in a folder of work and can be made again at any time. Thread-safe.
 */
public final class PostFiles {
    private final Path outbox;
    private final Preparing preparing;
    private final Optional<MediaHost> host;

    /**
     * @param outbox where the files are that are to be posted
     * @param host absent where nobody said where files are put: then nothing can be published
     */
    public PostFiles(Path outbox, Preparing preparing, Optional<MediaHost> host) {
        this.outbox = outbox;
        this.preparing = preparing;
        this.host = host;
    }

    /** Makes of a file in the outbox what a platform takes. */
    @FunctionalInterface
    public interface Preparing {
        /**
         * The same file for the same content and use, however often.
         *
         * @param shown what people call it
         */
        Checked prepare(Path file, String shown, MediaUse use)
                throws IOException, InterruptedException;
    }

    Outcome prepare(Response.Publish step) throws InterruptedException {
        if (host.isEmpty()) {
            return Outcome.failed(
                    Remedy.DEAD_LETTER,
                    "nobody said where files are put for Instagram to fetch: set media.url and"
                            + " media.ftp (or media.folder)");
        }
        List<PostMedia> media = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        List<PostItem> files = all(step.post());
        for (int item = 0; item < files.size(); item++) {
            PostItem file = files.get(item);
            if (!Files.isRegularFile(source(file))) {
                return Outcome.failed(
                        Remedy.DEAD_LETTER,
                        file.name() + " is not in the outbox any more; order it again");
            }
            switch (made(step.post(), item)) {
                case Checked.Fits(Prepared it) -> media.add(media(item, it));
                case Checked.Refused(List<String> why) -> refused.addAll(why);
            }
        }
        return refused.isEmpty()
                ? Outcome.done(step.progress().media(media))
                : Outcome.failed(Remedy.DEAD_LETTER, String.join(". ", refused));
    }

    private static PostMedia media(int item, Prepared it) {
        return new PostMedia(
                item,
                it.name(),
                it.contentType(),
                it.bytes(),
                Optional.of(it.width()).filter(width -> width > 0),
                Optional.of(it.height()).filter(height -> height > 0),
                it.duration().map(Duration::toMillis),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Several at once; what does not get done while the record is held goes on where it stopped.
     */
    Outcome upload(Response.Publish step, Leash leash) throws InterruptedException {
        MediaHost there = host.orElseThrow(() -> new IllegalStateException("prepared without"));
        List<Uploads.One> wanted = new ArrayList<>();
        for (PostMedia media : step.progress().media()) {
            if (made(step.post(), media.item()) instanceof Checked.Fits(Prepared it)
                    && it.name().equals(media.file())) {
                wanted.add(new Uploads.One(media, it.file()));
            } else {
                return Outcome.failed(
                        Remedy.DEAD_LETTER,
                        "what was prepared cannot be made again; order it again");
            }
        }
        Uploads.Ending ending = Uploads.all(wanted, there, leash.left());
        return switch (ending) {
            case Uploads.Ending.Done(List<PostMedia> media) ->
                    Outcome.done(step.progress().media(media));
            case Uploads.Ending.Unfinished(String far) ->
                    new Outcome.Failed(Remedy.WAIT, far, Optional.of(Instant.EPOCH));
            case Uploads.Ending.Failed(MediaProblem problem) -> failed(problem);
        };
    }

    Outcome verify(Response.Publish step) throws InterruptedException {
        try {
            for (PostMedia media : step.progress().media()) {
                host.orElseThrow(() -> new IllegalStateException("uploaded without"))
                        .verify(
                                URI.create(
                                        media.url()
                                                .orElseThrow(() ->
                                                        new IllegalStateException(
                                                                "it is not uploaded"))),
                                media.bytes(),
                                media.contentType());
            }
            return Outcome.done(step.progress());
        } catch (MediaProblem problem) {
            return failed(problem);
        }
    }

    Outcome cleanUp(Response.Publish step) throws InterruptedException {
        if (host.isEmpty()) {
            return Outcome.done(step.progress());
        }
        try {
            for (PostMedia media : step.progress().media()) {
                host.get().remove(media.file());
            }
            return Outcome.done(step.progress());
        } catch (MediaProblem problem) {
            return failed(problem);
        }
    }

    private static Outcome failed(MediaProblem problem) {
        return Outcome.failed(
                problem.isWorthAnotherTry() ? Remedy.AGAIN : Remedy.DEAD_LETTER,
                problem.getMessage());
    }

    private Checked made(Post post, int item) throws InterruptedException {
        try {
            PostItem file = all(post).get(item);
            return preparing.prepare(source(file), file.name(), use(post, item, file));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The items, and behind them the cover. */
    private static List<PostItem> all(Post post) {
        List<PostItem> files = new ArrayList<>(post.items());
        post.cover().ifPresent(files::add);
        return files;
    }

    private static MediaUse use(Post post, int item, PostItem file) {
        if (item >= post.items().size()) {
            return MediaUse.REEL_COVER;
        }
        boolean video = file.file().matches(".*\\.(mp4|mov|m4v)");
        return switch (post.kind()) {
            case REEL -> MediaUse.REEL;
            case STORY -> video ? MediaUse.STORY_VIDEO : MediaUse.STORY_IMAGE;
            case IMAGE -> MediaUse.FEED_IMAGE;
            case CAROUSEL -> video ? MediaUse.CAROUSEL_VIDEO : MediaUse.FEED_IMAGE;
        };
    }

    /** An order comes from a topic: its file name leads nowhere else. */
    private Path source(PostItem file) {
        Path name = Path.of(file.file()).getFileName();
        return outbox.resolve(name == null ? "" : name.toString());
    }
}
