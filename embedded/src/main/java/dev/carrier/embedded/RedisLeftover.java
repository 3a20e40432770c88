package dev.carrier.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Redis that still runs on our folder although we hold the folder's lock: its JVM was killed a
 * moment ago and it is about to stop, or its watcher was killed too. Two would ruin the append-only
 * file, so it has to be gone before the next starts.
 */
final class RedisLeftover {
    private static final Logger LOG = LoggerFactory.getLogger(RedisLeftover.class);

    /** How long it may take to stop by itself. */
    private static final Duration BY_ITSELF = Duration.ofSeconds(3);

    /** How long it may take to write its data and stop when asked. */
    private static final Duration ASKED = Duration.ofSeconds(10);

    private RedisLeftover() {}

    /**
     * @param pidFile what the last Redis of this folder wrote
     * @param program the program that it ran: another process that got its number is left alone
     */
    static void clear(Path pidFile, Path program) throws IOException {
        var leftover = find(pidFile, program);
        if (leftover.isPresent()) {
            end(leftover.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private static Optional<ProcessHandle> find(Path pidFile, Path program) throws IOException {
        if (Files.notExists(pidFile)) {
            return Optional.empty();
        }
        var text = Files.readString(pidFile, UTF_8).strip();
        return text.matches("\\d{1,18}")
                ? ProcessHandle.of(Long.parseLong(text)).filter(process -> runs(process, program))
                : Optional.empty();
    }

    private static boolean runs(ProcessHandle process, Path program) {
        return process.info().command().filter(program.toString()::equals).isPresent();
    }

    private static void end(ProcessHandle redis) throws IOException {
        if (isGoneWithin(redis, BY_ITSELF)) {
            return;
        }
        LOG.atWarn()
                .addKeyValue("pid", redis.pid())
                .log("ending a Redis that was left running on our folder");
        redis.destroy();
        if (!isGoneWithin(redis, ASKED)) {
            redis.destroyForcibly();
            if (!isGoneWithin(redis, ASKED)) {
                throw new IOException(
                        "process " + redis.pid() + " runs Redis there and cannot be ended");
            }
        }
    }

    private static boolean isGoneWithin(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stillThere) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
