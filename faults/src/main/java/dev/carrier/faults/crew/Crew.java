package dev.carrier.faults.crew;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The worker processes of a town, one or several of each kind, and their kills. */
public final class Crew implements AutoCloseable {
    private final Path settings;
    private final Path outputs;
    private final Map<String, String> tokens = new TreeMap<>();
    private final Map<Job, SortedMap<Integer, WorkerProcess>> working = new EnumMap<>(Job.class);
    private final Map<Job, Integer> started = new EnumMap<>(Job.class);
    private Optional<Clocks> clocks = Optional.empty();

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

    /** Whatever is started from now on has a clock that can be stepped. */
    public void clocks(Clocks its) {
        clocks = Optional.of(its);
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

    /** Starts the first worker of a kind; it gets ready by and by. */
    public void begin(Job job) {
        begin(job, 0);
    }

    /**
     * Starts a worker that gets ready by and by.
     *
     * @param at which of its kind, from 0; what it is called stays the same at each start
     */
    public void begin(Job job, int at) {
        int time = started.merge(job, 1, Integer::sum);
        var output = outputs.resolve(job.worker() + "-" + time + ".log");
        Map<String, String> variables = new TreeMap<>(tokens);
        clocks.ifPresent(its -> variables.putAll(its.variables(job)));
        variables.put("CARRIER_INSTANCE", job.worker() + "-" + at);
        working.computeIfAbsent(job, _ -> new TreeMap<>())
                .put(at, WorkerProcess.start(job, settings, variables, output));
    }

    /** The first process of this kind, the one that was started last. */
    public WorkerProcess of(Job job) {
        return of(job, 0);
    }

    /**
     * One of several processes of this kind.
     *
     * @param at which, from 0
     */
    public WorkerProcess of(Job job, int at) {
        return Objects.requireNonNull(
                working.getOrDefault(job, new TreeMap<>()).get(at), job.worker() + " " + at);
    }

    /** How many of this kind there are, dead ones counted. */
    public int count(Job job) {
        return working.getOrDefault(job, new TreeMap<>()).size();
    }

    /** It ends as it does when it is told to; it is not one of the crew any more. */
    public void dismiss(Job job, int at) {
        of(job, at).ends();
        working.getOrDefault(job, new TreeMap<>()).remove(at);
    }

    /** It ends as it does when it is told to, and another takes its place and is ready. */
    public void replace(Job job, int at) {
        of(job, at).ends();
        begin(job, at);
        of(job, at).awaitReady();
    }

    /** What each of them printed last. */
    public String tails() {
        return working.values().stream()
                .flatMap(one -> one.values().stream())
                .map(WorkerProcess::lastWords)
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        working.values().forEach(all -> all.values().forEach(WorkerProcess::close));
    }
}
