package dev.carrier.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Kafka and Redis on one data folder, started together. While they run, {@code servers.json} in the
 * folder says where they are, so that another command can find them. Thread-safe.
 */
public final class EmbeddedServers implements AutoCloseable {
    private final Path data;
    private final FolderLock lock;
    private final EmbeddedKafka kafka;
    private final EmbeddedRedis redis;
    private boolean closed;

    private EmbeddedServers(Path data, FolderLock lock, EmbeddedKafka kafka, EmbeddedRedis redis) {
        this.data = data;
        this.lock = lock;
        this.kafka = kafka;
        this.redis = redis;
    }

    /**
     * Starts both, at the same time, and returns when clients can use both; if one cannot start,
     * neither stays.
     *
     * @throws FolderInUse if somebody runs on this folder; the message says who and where
     * @throws PortInUse if a port is taken
     * @throws EmbeddedException if they cannot start for another reason
     */
    public static EmbeddedServers start(EmbeddedOptions options) {
        var data = options.data();
        var lock = FolderLock.take(data);
        boolean started = false;
        try {
            ServersFile.remove(data);
            var kafka =
                    begin(() -> EmbeddedKafka.start(data.resolve("kafka"), options.kafkaPort()));
            var redis =
                    begin(() -> EmbeddedRedis.start(data.resolve("redis"), options.redisPort()));
            var servers = both(data, lock, kafka, redis);
            started = true;
            return announced(servers);
        } catch (IOException e) {
            throw unwritable(data, e);
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    private static EmbeddedServers announced(EmbeddedServers servers) {
        try {
            ServersFile.write(servers.data, servers.where());
            return servers;
        } catch (IOException e) {
            servers.close();
            throw unwritable(servers.data, e);
        }
    }

    private static EmbeddedException unwritable(Path data, IOException e) {
        return new EmbeddedException(
                "The data folder " + data + " cannot be written: " + e + ".",
                "Give a folder that belongs to you (--data).",
                e);
    }

    private static <T> CompletableFuture<T> begin(Supplier<T> start) {
        // Kafka's start blocks in native calls here and there: a thread of its own, no pool.
        Executor thread = task -> Thread.ofPlatform().name("embedded-start").start(task);
        return CompletableFuture.supplyAsync(start, thread);
    }

    private static EmbeddedServers both(
            Path data,
            FolderLock lock,
            CompletableFuture<EmbeddedKafka> kafka,
            CompletableFuture<EmbeddedRedis> redis) {
        try {
            CompletableFuture.allOf(kafka, redis).join();
            return new EmbeddedServers(data, lock, kafka.join(), redis.join());
        } catch (CompletionException e) {
            if (!kafka.isCompletedExceptionally()) {
                kafka.join().close();
            }
            if (!redis.isCompletedExceptionally()) {
                redis.join().close();
            }
            if (e.getCause() instanceof EmbeddedException known) {
                throw known;
            }
            throw e;
        }
    }

    /**
     * The servers that run on this folder, if any do: in whatever process, as long as it lives and
     * holds the folder.
     */
    public static Optional<RunningServers> running(Path data) {
        return ServersFile.read(data)
                .filter(servers -> ProcessHandle.of(servers.pid()).isPresent())
                .filter(servers -> FolderLock.isHeld(data));
    }

    /** Where both are, and in which process. */
    public RunningServers where() {
        return new RunningServers(ProcessHandle.current().pid(), kafka.bootstrap(), redis.url());
    }

    /** The broker. */
    public EmbeddedKafka kafka() {
        return kafka;
    }

    /** Redis. */
    public EmbeddedRedis redis() {
        return redis;
    }

    /** Stops both, Kafka first, and gives the folder back. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock;
                redis;
                kafka) {
            ServersFile.remove(data);
        } catch (IOException e) {
            throw new EmbeddedException(
                    "The file servers.json in " + data + " cannot be removed: " + e + ".",
                    "Remove it by hand.",
                    e);
        }
    }
}
