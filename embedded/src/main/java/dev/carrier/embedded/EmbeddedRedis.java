package dev.carrier.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Redis process beside this JVM, on 127.0.0.1 only, with an append-only file synced every
 * second: its own death loses no acknowledged write, a power failure about a second. It ends with
 * this JVM, however that ends, and is started again on the same port when it dies alone.
 * Thread-safe.
 */
public final class EmbeddedRedis implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);

    /** How often to try again when a port that was free a moment ago is not. */
    private static final int ATTEMPTS = 5;

    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final FolderLock lock;
    private final Path program;
    private final RedisConfig config;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread supervisor;
    private final Object turn = new Object();
    private volatile RedisProcess current;

    private EmbeddedRedis(FolderLock lock, Path program, RedisConfig config, RedisProcess first) {
        this.lock = lock;
        this.program = program;
        this.config = config;
        this.current = first;
        this.supervisor = Thread.ofVirtual().name("redis-supervisor").unstarted(this::supervise);
    }

    /**
     * Starts Redis and returns when it answers.
     *
     * @param folder its data; created if missing
     * @param port its port on 127.0.0.1; 0 chooses a free one
     * @throws FolderInUse if somebody runs on this folder
     * @throws PortInUse if the port is taken
     * @throws EmbeddedException if it cannot start for another reason
     */
    public static EmbeddedRedis start(Path folder, int port) {
        return start(folder, port, Map.of());
    }

    /**
     * As {@link #start(Path, int)}, with directives of redis.conf that win over ours, such as
     * {@code requirepass} or {@code tls-port}. The plain port stays, on the loopback address: the
     * supervisor asks there.
     */
    public static EmbeddedRedis start(Path folder, int port, Map<String, String> extra) {
        Ports.requireValid("Redis", port);
        var lock = FolderLock.take(folder);
        try {
            var real = folder.toRealPath();
            var program = RedisBinary.in(real);
            var pidFile = new RedisConfig(real, port, extra).pidFile();
            RedisLeftover.clear(pidFile, program);
            var redis = start(lock, program, real, port, extra);
            redis.supervisor.start();
            return redis;
        } catch (EmbeddedException e) {
            lock.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw new EmbeddedException(
                    "Redis cannot start in " + folder + ": " + EmbeddedException.reason(e) + ".",
                    "See redis.log there; if the folder is damaged, start with another one (--data).",
                    e);
        }
    }

    private static EmbeddedRedis start(
            FolderLock lock, Path program, Path folder, int wanted, Map<String, String> extra)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            if (wanted != 0) {
                Ports.requireFree("Redis", wanted);
            }
            int port = wanted == 0 ? Ports.free() : wanted;
            var config = new RedisConfig(folder, port, extra);
            try {
                return new EmbeddedRedis(
                        lock, program, config, RedisProcess.start(program, config));
            } catch (IOException e) {
                if (wanted != 0 || attempt == ATTEMPTS || Ports.isFree(port)) {
                    throw e;
                }
                LOG.atDebug()
                        .addKeyValue("port", port)
                        .log("port was taken meanwhile, trying another");
            }
        }
    }

    private void supervise() {
        try {
            while (true) {
                current.awaitEnd();
                long pause = FIRST_PAUSE_MILLIS;
                while (!restarted()) {
                    if (closing.await(pause, TimeUnit.MILLISECONDS)) {
                        return;
                    }
                    pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean restarted() {
        synchronized (turn) {
            if (closing.getCount() == 0) {
                return false;
            }
            var died = current;
            LOG.atWarn().addKeyValue("pid", died.said().pid()).log("redis died, starting it again");
            died.stop();
            try {
                RedisLeftover.clear(config.pidFile(), program);
                current = RedisProcess.start(program, config);
                return true;
            } catch (IOException e) {
                LOG.atError()
                        .addKeyValue("reason", e.getMessage())
                        .log("redis does not start again, will try further");
                return false;
            }
        }
    }

    /** Where clients connect, such as {@code redis://127.0.0.1:16379}. */
    public String url() {
        return "redis://" + Ports.LOOPBACK + ":" + config.port();
    }

    /** The version, as Redis itself says it, such as {@code 7.0.15}. */
    public String version() {
        return current.said().version();
    }

    /** The process of Redis itself; another one after a restart. */
    public long pid() {
        return current.said().pid();
    }

    /** Lets Redis write everything and stop. A second call does nothing. */
    @Override
    public void close() {
        synchronized (turn) {
            if (closing.getCount() == 0) {
                return;
            }
            closing.countDown();
            try {
                current.stop();
            } finally {
                lock.close();
            }
        }
    }
}
