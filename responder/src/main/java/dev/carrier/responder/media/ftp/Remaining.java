package dev.carrier.responder.media.ftp;

import dev.carrier.responder.media.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is still to be sent of a file. Read by one thread; others may ask how it goes. */
final class Remaining extends InputStream {
    private final InputStream file;
    private final long from;
    private final long of;
    private final Progress progress;
    private long at;
    private volatile long movedAt = System.nanoTime();
    private volatile boolean stalled;

    /**
     * @param from how many bytes are there already
     * @param of how many the file has
     */
    Remaining(Path path, long from, long of, Progress progress) throws IOException {
        this.file = Files.newInputStream(path);
        this.from = from;
        this.of = of;
        this.progress = progress;
        this.at = from;
        try {
            file.skipNBytes(from);
        } catch (IOException e) {
            file.close();
            throw e;
        }
        progress.at(from, of);
    }

    long from() {
        return from;
    }

    /** Whether nothing was read of it. */
    boolean isUntouched() {
        return at == from;
    }

    /** When it last moved, by {@link System#nanoTime}. */
    long movedAt() {
        return movedAt;
    }

    void stall() {
        stalled = true;
    }

    boolean hasStalled() {
        return stalled;
    }

    @Override
    public int read() throws IOException {
        int one = file.read();
        moved(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = file.read(buffer, offset, length);
        moved(Math.max(read, 0));
        return read;
    }

    private void moved(int bytes) {
        movedAt = System.nanoTime();
        if (bytes > 0) {
            at += bytes;
            progress.at(at, of);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
