package dev.carrier.responder.media.ftp;

import dev.carrier.responder.media.ContentName;
import dev.carrier.responder.media.MediaHost;
import dev.carrier.responder.media.MediaProblem;
import dev.carrier.responder.media.Progress;
import dev.carrier.responder.media.web.PublicUrls;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A web server's folder that is filled by FTP. A connection that breaks is tried again at once, and
 * the file is gone on with where it broke: a few times, and as long as it gets further.
 */
public final class FtpHost implements MediaHost {
    private static final int TRIES = 4;

    private final FtpPool pool;
    private final PublicUrls urls;
    private final Duration pause;
    private final NameLocks names = new NameLocks();

    /**
     * @param urls where what is in the folder can be fetched
     */
    public FtpHost(FtpAccess access, PublicUrls urls) {
        this(access, urls, Duration.ofSeconds(1));
    }

    /**
     * @param pause before the second try; twice as long before each further one
     */
    FtpHost(FtpAccess access, PublicUrls urls, Duration pause) {
        this.pool = new FtpPool(access);
        this.urls = urls;
        this.pause = pause;
    }

    @Override
    public URI put(Path file, String name, Progress progress)
            throws MediaProblem, InterruptedException {
        URI url = urls.of(name);
        long bytes = size(file);
        try (var _ = names.take(name)) {
            var furthest = new AtomicLong();
            var upload =
                    new FtpUpload(
                            file,
                            bytes,
                            name,
                            (at, of) -> {
                                furthest.accumulateAndGet(at, Math::max);
                                progress.at(at, of);
                            });
            long before = 0;
            for (int tries = 1; ; tries++) {
                try {
                    pool.with(connection -> {
                        upload.on(connection);
                        return url;
                    });
                    return url;
                } catch (MediaProblem problem) {
                    boolean further = furthest.get() > before;
                    before = furthest.get();
                    tries = further ? 1 : tries;
                    if (!problem.isWorthAnotherTry() || tries >= TRIES) {
                        throw problem;
                    }
                    Thread.sleep(pause.multipliedBy(1L << (tries - 1)));
                }
            }
        }
    }

    @Override
    public void verify(URI url, long bytes, String contentType)
            throws MediaProblem, InterruptedException {
        urls.verify(url, bytes, contentType);
    }

    @Override
    public void remove(String name) throws MediaProblem, InterruptedException {
        try (var _ = names.take(ContentName.checked(name))) {
            pool.with(connection -> {
                connection.delete(name);
                connection.delete(ContentName.part(name));
                return name;
            });
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private static long size(Path file) throws MediaProblem {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw MediaProblem.person("the file " + file + " cannot be read", e);
        }
    }
}
