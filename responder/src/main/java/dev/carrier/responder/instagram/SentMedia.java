package dev.carrier.responder.instagram;

import dev.carrier.contracts.PostItem;
import dev.carrier.contracts.Response;
import dev.carrier.instagram.Messages;
import dev.carrier.responder.media.MediaHost;
import dev.carrier.responder.media.MediaProblem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of direct messages: put where Instagram fetches them, and taken away when it has them.
 * Thread-safe; blocks.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api">what
 *     Instagram takes</a>
 */
public final class SentMedia {
    private static final Logger log = LoggerFactory.getLogger(SentMedia.class);
    private static final int IMAGE = 8;
    private static final int OTHERS = 25;

    private static final Map<String, Kind> KINDS =
            Map.ofEntries(
                    Map.entry("jpg", Kind.image("image/jpeg")),
                    Map.entry("jpeg", Kind.image("image/jpeg")),
                    Map.entry("png", Kind.image("image/png")),
                    Map.entry("gif", Kind.image("image/gif")),
                    Map.entry("mp4", new Kind(Messages.Attached.VIDEO, "video/mp4", OTHERS)),
                    Map.entry("mov", new Kind(Messages.Attached.VIDEO, "video/quicktime", OTHERS)),
                    Map.entry("webm", new Kind(Messages.Attached.VIDEO, "video/webm", OTHERS)),
                    Map.entry("m4a", new Kind(Messages.Attached.AUDIO, "audio/mp4", OTHERS)),
                    Map.entry("aac", new Kind(Messages.Attached.AUDIO, "audio/aac", OTHERS)),
                    Map.entry("wav", new Kind(Messages.Attached.AUDIO, "audio/wav", OTHERS)),
                    Map.entry("pdf", new Kind(Messages.Attached.FILE, "application/pdf", OTHERS)));

    private final Path outbox;
    private final Optional<MediaHost> host;

    /**
     * @param megabytes at most
     */
    private record Kind(Messages.Attached attached, String contentType, int megabytes) {
        static Kind image(String contentType) {
            return new Kind(Messages.Attached.IMAGE, contentType, IMAGE);
        }
    }

    /** What came of putting a file there. */
    sealed interface Put {
        /** Instagram can fetch it. */
        record There(Messages.Attached type, URI url) implements Put {}

        /** It may go well later. */
        record NotNow(String why) implements Put {}

        /** It stays so until somebody does something. */
        record Refused(String why) implements Put {}
    }

    /**
     * @param outbox where the files are
     * @param host absent where nobody said where files are put
     */
    public SentMedia(Path outbox, Optional<MediaHost> host) {
        this.outbox = outbox;
        this.host = host;
    }

    /** Puts the file of a response where it can be fetched; again is nothing. */
    Put put(Response.Say say, PostItem item) {
        Optional<Kind> kind = Optional.ofNullable(KINDS.get(ending(item)));
        if (host.isEmpty()) {
            return new Put.Refused(
                    "nobody said where files are put for Instagram to fetch: set media.url and"
                            + " media.ftp (or media.folder)");
        }
        if (kind.isEmpty()) {
            return new Put.Refused(
                    item.name()
                            + " is of no kind that a direct message takes: JPEG, PNG, GIF, MP4, MOV,"
                            + " WEBM, M4A, AAC, WAV or PDF");
        }
        try {
            return put(say, item, kind.get(), host.get());
        } catch (MediaProblem problem) {
            return problem.isWorthAnotherTry()
                    ? new Put.NotNow(problem.getMessage())
                    : new Put.Refused(problem.getMessage());
        } catch (IOException problem) {
            return new Put.NotNow(item.name() + " cannot be read: " + problem.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Put.NotNow("interrupted");
        }
    }

    private Put put(Response.Say say, PostItem item, Kind kind, MediaHost to)
            throws MediaProblem, IOException, InterruptedException {
        Path file = source(item);
        if (!Files.isRegularFile(file)) {
            return new Put.Refused(item.name() + " is not in the outbox any more; order it again");
        }
        long bytes = Files.size(file);
        if (bytes > (long) kind.megabytes() << 20) {
            return new Put.Refused(
                    "%s has %.1f MB; a direct message takes %d MB of its kind"
                            .formatted(item.name(), bytes / 1048576.0, kind.megabytes()));
        }
        URI url = to.put(file, name(say, item), (_, _) -> {});
        to.verify(url, bytes, kind.contentType());
        return new Put.There(kind.attached(), url);
    }

    /** Takes the file away again, as well as that can be done. */
    void remove(Response.Say say, PostItem item) {
        if (host.isEmpty()) {
            return;
        }
        try {
            host.get().remove(name(say, item));
        } catch (MediaProblem problem) {
            log.atWarn()
                    .addKeyValue("response", say.id())
                    .addKeyValue("why", problem.getMessage())
                    .log("the file of a message is left where it was put");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody else's: another message with the same file may end at any time. */
    private static String name(Response.Say say, PostItem item) {
        return say.id().value() + "." + ending(item);
    }

    private static String ending(PostItem item) {
        String name = item.file().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** An order comes from a topic: its file name leads nowhere else. */
    private Path source(PostItem item) {
        Path name = Path.of(item.file()).getFileName();
        return outbox.resolve(name == null ? "" : name.toString());
    }
}
