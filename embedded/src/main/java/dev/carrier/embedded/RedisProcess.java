package dev.carrier.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One run of Redis, from its start to its end. Thread-safe. */
final class RedisProcess {
    /** Loading a large append-only file on a busy machine takes its time. */
    private static final Duration READY = Duration.ofMinutes(2);

    /** Longer than the watcher in {@code redis.sh} waits before it kills. */
    private static final Duration STOPPED = Duration.ofSeconds(15);

    private static final long PAUSE_NANOS = 20_000_000;

    private final Process watcher;
    private final RedisProbe.Said said;

    private RedisProcess(Process watcher, RedisProbe.Said said) {
        this.watcher = watcher;
        this.said = said;
    }

    /**
     * Starts Redis and returns when it answers.
     *
     * @throws IOException if it ended instead; the message is Redis' own last word
     */
    static RedisProcess start(Path program, RedisConfig config) throws IOException {
        var folder = config.folder();
        var script = folder.resolve("redis.sh");
        try (var packed = RedisProcess.class.getResourceAsStream("redis.sh")) {
            if (packed == null) {
                throw new IOException("redis.sh is missing in this build");
            }
            Files.copy(packed, script, StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.exists(config.logFile())) {
            // Starting anew at each run keeps it small; the one before stays readable.
            Files.move(
                    config.logFile(),
                    folder.resolve("redis.log.old"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        var command =
                List.of(
                        "/bin/sh",
                        script.toString(),
                        program.toString(),
                        config.write().toString());
        var watcher =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output(config).toFile())
                        .start();
        return new RedisProcess(watcher, awaitReady(watcher, config));
    }

    private static RedisProbe.Said awaitReady(Process watcher, RedisConfig config)
            throws IOException {
        long end = System.nanoTime() + READY.toNanos();
        while (System.nanoTime() < end) {
            if (!watcher.isAlive()) {
                throw new IOException(lastWord(config));
            }
            var said = RedisProbe.ask(config.port(), config.password());
            if (said.isPresent() && isOurs(said.get(), config)) {
                return said.get();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        watcher.getOutputStream().close();
        throw new IOException("it did not answer within " + READY.toSeconds() + " s");
    }

    /** Another Redis may have taken our port a moment before ours tried to. */
    private static boolean isOurs(RedisProbe.Said said, RedisConfig config) {
        try {
            return Files.readString(config.pidFile(), UTF_8)
                    .strip()
                    .equals(String.valueOf(said.pid()));
        } catch (IOException notYetWritten) {
            return false;
        }
    }

    private static String lastWord(RedisConfig config) throws IOException {
        // Warnings and errors carry a "#"; what is wrong before the log is open goes to the output.
        var last =
                lines(config.logFile()).stream()
                        .filter(line -> line.contains(" # "))
                        .reduce((earlier, later) -> later);
        if (last.isPresent()) {
            return last.get();
        }
        var output = String.join(" ", lines(output(config)));
        return output.isBlank() ? "it ended at once" : output;
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.of();
    }

    private static Path output(RedisConfig config) {
        return config.folder().resolve("redis.out");
    }

    RedisProbe.Said said() {
        return said;
    }

    /** Waits until Redis has ended, for whatever reason. */
    void awaitEnd() throws InterruptedException {
        watcher.waitFor();
    }

    /** Lets Redis write everything and stop; returns when it has ended. */
    void stop() {
        try {
            watcher.getOutputStream().close();
        } catch (IOException alreadyClosed) {
            // The pipe is broken because the watcher is gone: what is left is ended below.
        }
        boolean ended = false;
        try {
            ended = watcher.waitFor(STOPPED.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!ended) {
            Optional<ProcessHandle> redis = ProcessHandle.of(said.pid());
            redis.ifPresent(ProcessHandle::destroyForcibly);
            watcher.destroyForcibly();
        }
    }
}
