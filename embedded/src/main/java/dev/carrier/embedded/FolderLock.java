package dev.carrier.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The right to use a folder, held as a lock of the operating system on its file {@code lock}: it
 * ends with the process, however that ends, so nothing stale can remain.
 *
 * <p>The operating system drops a process's lock as soon as that process closes <em>any</em>
 * descriptor of the file. A folder that this JVM holds is therefore remembered here, and its file
 * is never opened a second time.
 */
final class FolderLock implements AutoCloseable {
    private static final Set<Path> HELD_BY_THIS_JVM = new HashSet<>();

    /** How long to try: {@link #isHeld} of another process may hold the lock for an instant. */
    private static final int ATTEMPTS = 10;

    private static final long PAUSE_NANOS = 50_000_000;

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Creates the folder if it is missing and takes it.
     *
     * @throws FolderInUse if somebody has it
     */
    static FolderLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            var real = folder.toRealPath();
            synchronized (HELD_BY_THIS_JVM) {
                if (HELD_BY_THIS_JVM.contains(real)) {
                    throw inUse(folder, Optional.of(ProcessHandle.current().pid()));
                }
                var lock = new FolderLock(real, open(folder, real));
                HELD_BY_THIS_JVM.add(real);
                return lock;
            }
        } catch (IOException e) {
            throw new EmbeddedException(
                    "The data folder " + folder + " cannot be written: " + e + ".",
                    "Give a folder that belongs to you (--data).",
                    e);
        }
    }

    private static FileChannel open(Path folder, Path real) throws IOException {
        var channel =
                FileChannel.open(
                        file(real),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            for (int attempt = 0; attempt < ATTEMPTS && !taken; attempt++) {
                if (attempt > 0) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
                taken = lock(channel) != null;
            }
            if (!taken) {
                throw inUse(folder, writtenPid(channel));
            }
            channel.truncate(0);
            channel.write(UTF_8.encode(ProcessHandle.current().pid() + "\n"), 0);
            return channel;
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        return channel.tryLock();
    }

    private static FolderInUse inUse(Path folder, Optional<Long> pid) {
        var servers = ServersFile.read(folder).filter(s -> pid.isEmpty() || s.pid() == pid.get());
        return new FolderInUse(folder, FolderInUse.holder(pid, servers));
    }

    private static Optional<Long> writtenPid(FileChannel channel) throws IOException {
        var content = ByteBuffer.allocate(32);
        channel.read(content, 0);
        var text = UTF_8.decode(content.flip()).toString().strip();
        return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    /** Whether any process, this one included, has taken the folder. */
    static boolean isHeld(Path folder) {
        try {
            var real = folder.toRealPath();
            synchronized (HELD_BY_THIS_JVM) {
                if (HELD_BY_THIS_JVM.contains(real)) {
                    return true;
                }
                try (var channel = FileChannel.open(file(real), StandardOpenOption.WRITE)) {
                    return lock(channel) == null;
                }
            }
        } catch (IOException neverUsed) {
            return false;
        }
    }

    private static Path file(Path folder) {
        return folder.resolve("lock");
    }

    @Override
    public void close() {
        synchronized (HELD_BY_THIS_JVM) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new EmbeddedException(
                        "The lock of " + folder + " cannot be released: " + e + ".",
                        "End this process.",
                        e);
            } finally {
                HELD_BY_THIS_JVM.remove(folder);
            }
        }
    }
}
