package dev.carrier.faults.crew;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A worker in a JVM of its own, started by its own main; what it prints goes to a file. */
public final class WorkerProcess implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Pattern READY = Pattern.compile("ready, health (http\\S+)");
    private static final Duration ENDS_WITHIN = Duration.ofMinutes(1);

    /** What a JVM that a signal ended gives: 128 and the signal's number. */
    private static final int BY_SIGTERM = 128 + 15;

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
    static WorkerProcess start(Job job, Path settings, Map<String, String> variables, Path output) {
        var process =
                Jvm.start(
                        "256m",
                        job.main(),
                        List.of("--config", settings.toString()),
                        variables,
                        output);
        return new WorkerProcess(job, output, process);
    }

    /**
     * Returns when it says of itself that it is well.
     *
     * @throws Until.NotInTime if it does not within two minutes
     * @throws IllegalStateException if it has ended
     */
    public WorkerProcess awaitReady() {
        Until.holds(job.worker() + " is ready", READY_WITHIN, () -> health().isPresent());
        var health = health().orElseThrow();
        Until.holds(job.worker() + " is well", READY_WITHIN, () -> isWell(health));
        return this;
    }

    /** {@code kill -9}: nothing in it runs any more. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /**
     * SIGTERM, as at a rolling restart: it ends its work and then itself.
     *
     * @throws IllegalStateException if it has not within a minute, or ends with anything but 0
     */
    public void ends() {
        process.destroy();
        try {
            if (!process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(job.worker() + " does not end:\n" + tail());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        if (process.exitValue() != 0 && process.exitValue() != BY_SIGTERM) {
            throw new IllegalStateException(
                    "%s ended with %d:%n%s".formatted(job.worker(), process.exitValue(), tail()));
        }
    }

    /** What it printed last, under its name. */
    String lastWords() {
        return "--- " + job.worker() + (isAlive() ? "" : " (has ended)") + "\n" + tail();
    }

    /** {@code kill -STOP}: it does nothing from now on, while its connections stay open. */
    public void freeze() {
        Frozen.stop(process.pid());
    }

    /** The operating system's number of it. */
    public long pid() {
        return process.pid();
    }

    /**
     * All that it measures of itself, in Prometheus' text format.
     *
     * @throws IllegalStateException if it has ended, or is not yet ready
     */
    public String metrics() {
        URI health =
                health().orElseThrow(() -> new IllegalStateException(job.worker() + " starts"));
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(health.resolve("/metrics"))
                            .timeout(Duration.ofSeconds(10))
                            .build();
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The last lines that it printed. */
    public String tail() {
        var lines = Jvm.printed(output).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private Optional<URI> health() {
        if (!process.isAlive()) {
            throw new IllegalStateException(job.worker() + " has ended:\n" + tail());
        }
        var ready = READY.matcher(Jvm.printed(output));
        return ready.find() ? Optional.of(URI.create(ready.group(1))) : Optional.empty();
    }

    private boolean isWell(URI health) {
        if (!process.isAlive()) {
            throw new IllegalStateException(job.worker() + " has ended:\n" + tail());
        }
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(10)).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
