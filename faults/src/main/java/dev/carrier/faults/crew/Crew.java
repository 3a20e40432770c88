package dev.carrier.faults.crew;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The worker processes of a town, at most one of each kind, and their kills. */
public final class Crew implements AutoCloseable {
    private final Path settings;
    private final Path outputs;
    private final Map<String, String> tokens = new TreeMap<>();
    private final Map<Job, WorkerProcess> working = new EnumMap<>(Job.class);
    private final Map<Job, Integer> started = new EnumMap<>(Job.class);

    /**
     * @param outputs the folder for what they print
     * @param tokens variables that the settings refer to
     */
    public Crew(Path settings, Path outputs, Map<String, String> tokens) {
        this.settings = settings;
        this.outputs = outputs;
        this.tokens.putAll(tokens);
        try {
            Files.createDirectories(outputs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever is started from now on finds another value in this variable. */
    public void token(String variable, String value) {
        tokens.put(variable, value);
    }

    /** Starts workers at the same time; they are ready when this returns. */
    public void start(Job... jobs) {
        for (Job job : jobs) {
            begin(job);
        }
        for (Job job : jobs) {
            of(job).awaitReady();
        }
    }

    /** Starts a worker that gets ready by and by. */
    public void begin(Job job) {
        int time = started.merge(job, 1, Integer::sum);
        var output = outputs.resolve(job.worker() + "-" + time + ".log");
        working.put(job, WorkerProcess.start(job, settings, tokens, output));
    }

    /** The process of this kind that was started last. */
    public WorkerProcess of(Job job) {
        return Objects.requireNonNull(working.get(job), job.worker());
    }

    /** What each of them printed last. */
    public String tails() {
        return working.entrySet().stream()
                .map(one ->
                        "--- "
                                + one.getKey().worker()
                                + (one.getValue().isAlive() ? "" : " (has ended)")
                                + "\n"
                                + one.getValue().tail())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        working.values().forEach(WorkerProcess::close);
    }
}
