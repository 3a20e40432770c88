package dev.carrier.scenarios;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A worker in a JVM of its own, started by its own main; what it prints goes to a file. */
final class WorkerProcess implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Pattern READY = Pattern.compile("ready, health (http\\S+)");
    private static final int TAIL = 40;

    private final Job job;
    private final Path output;
    private final Process process;

    private WorkerProcess(Job job, Path output, Process process) {
        this.job = job;
        this.output = output;
        this.process = process;
    }

    /** Starts one; it is not ready yet when this returns. */
    static WorkerProcess start(Job job, Path settings, Map<String, String> tokens, Path output) {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:TieredStopAtLevel=1",
                                "-Xshare:auto",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                job.main.getName(),
                                "--config",
                                settings.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(output.toFile());
        builder.environment().putAll(tokens);
        builder.environment().put("CARRIER_INSTANCE", "one");
        try {
            return new WorkerProcess(job, output, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when it says of itself that it is well. */
    WorkerProcess awaitReady() {
        await(job.worker + " is ready")
                .atMost(READY_WITHIN)
                .pollInterval(Duration.ofMillis(100))
                .failFast(this::requireAlive)
                .until(() -> health().isPresent());
        var health = health().orElseThrow();
        await(job.worker + " is well")
                .atMost(READY_WITHIN)
                .pollInterval(Duration.ofMillis(100))
                .failFast(this::requireAlive)
                .until(() -> isWell(health));
        return this;
    }

    /** {@code kill -9}: nothing in it runs any more. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** {@code kill -STOP}: it does nothing from now on, while its connections stay open. */
    void freeze() {
        try {
            var signal =
                    new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                            .inheritIO()
                            .start();
            if (signal.waitFor() != 0) {
                throw new IllegalStateException("cannot freeze " + job.worker);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The last lines that it printed. */
    String tail() {
        var lines = printed().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    }

    private void requireAlive() {
        if (!process.isAlive()) {
            throw new AssertionError(job.worker + " has ended:\n" + tail());
        }
    }

    private Optional<URI> health() {
        var ready = READY.matcher(printed());
        return ready.find() ? Optional.of(URI.create(ready.group(1))) : Optional.empty();
    }

    private String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWell(URI health) throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(10)).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        kill();
    }
}
