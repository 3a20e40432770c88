package dev.carrier.responder.media.web;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.carrier.responder.media.ContentName;
import dev.carrier.responder.media.MediaHost;
import dev.carrier.responder.media.MediaProblem;
import dev.carrier.responder.media.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of this machine that a web server shows. */
public final class FolderHost implements MediaHost {
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final PublicUrls urls;

    /**
     * @param folder made when it is not there
     * @param urls where the web server shows it
     */
    public FolderHost(Path folder, PublicUrls urls) {
        this.folder = folder;
        this.urls = urls;
    }

    @Override
    public URI put(Path file, String name, Progress progress) throws MediaProblem {
        URI url = urls.of(name);
        Path there = folder.resolve(name);
        try {
            long bytes = Files.size(file);
            if (!Files.isRegularFile(there) || Files.size(there) != bytes) {
                Files.createDirectories(folder);
                // A name of its own each time: two at once must not write into one file.
                Path part = Files.createTempFile(folder, "." + name + ".", ".part");
                try {
                    copy(file, part, bytes, progress);
                    readableByTheWebServer(part);
                    Files.move(part, there, ATOMIC_MOVE, REPLACE_EXISTING);
                } finally {
                    Files.deleteIfExists(part);
                }
            }
            progress.at(bytes, bytes);
            return url;
        } catch (IOException e) {
            throw problem("be written", e);
        }
    }

    private static void copy(Path from, Path to, long bytes, Progress progress) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to)) {
            byte[] buffer = new byte[BUFFER];
            long at = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                at += read;
                progress.at(at, bytes);
            }
        }
    }

    /** A temporary file is for its owner only. */
    private static void readableByTheWebServer(Path file) {
        if (!file.toFile().setReadable(true, false)) {
            throw new IllegalStateException("a file that we made is not ours: " + file);
        }
    }

    @Override
    public void verify(URI url, long bytes, String contentType)
            throws MediaProblem, InterruptedException {
        urls.verify(url, bytes, contentType);
    }

    @Override
    public void remove(String name) throws MediaProblem {
        try {
            Files.deleteIfExists(folder.resolve(ContentName.checked(name)));
        } catch (IOException e) {
            throw problem("be tidied", e);
        }
    }

    private MediaProblem problem(String what, IOException e) {
        return MediaProblem.person(
                "the folder "
                        + folder
                        + " cannot "
                        + what
                        + " ("
                        + e.getClass().getSimpleName()
                        + "): check media.folder and its rights",
                e);
    }

    @Override
    public void close() {
        // Nothing is kept open.
    }
}
