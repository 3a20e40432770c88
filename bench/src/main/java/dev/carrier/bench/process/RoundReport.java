package dev.carrier.bench.process;

import dev.carrier.bench.Aim;
import dev.carrier.bench.Finding;
import dev.carrier.bench.LatencyReport;
import dev.carrier.bench.RecoveryReport;
import dev.carrier.bench.Section;
import dev.carrier.bench.WholeReport;
import dev.carrier.faults.crew.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was measured in a round.
 *
 * @param javaOptions what the workers' JVMs have besides the usual ones
 * @param ready how long each worker took until it was well, all started at once
 * @param filling how long the conversations in the background took
 * @param idle what was used in a second in which nobody wrote
 * @param latency at 20 messages/s
 * @param steady what one of these used
 * @param bursts everything at once, again and again; the last is the one that counts, of those
 *     before it what was lost or doubled
 * @param processor killed
 * @param responder killed, if it was
 */
public record RoundReport(
        RoundPlan plan,
        String javaOptions,
        Map<Job, Duration> ready,
        Optional<Duration> filling,
        Span idle,
        LatencyReport latency,
        Span steady,
        List<Burst> bursts,
        RecoveryReport processor,
        Optional<RecoveryReport> responder) {
    private static final double KILLED_AIM = 10;
    private static final double CPU_AIM = 3;

    public RoundReport {
        bursts = List.copyOf(bursts);
    }

    /** A row for everything. */
    public Section section(String title) {
        List<Finding> rows = new ArrayList<>();
        rows.add(allReady());
        for (Job job : Job.onDiscord()) {
            Duration took = ready.getOrDefault(job, Duration.ZERO);
            rows.add(Finding.of("  " + job.worker(), seconds(took), "s"));
        }
        rows.add(half().aim(Aim.atMost(LatencyReport.AIM_P50)));
        rows.add(most().aim(Aim.atMost(LatencyReport.AIM_P99)));
        rows.add(Finding.of("  raw Kafka beside it, p50", latency.raw().at(50), "ms"));
        rows.add(Finding.of("  raw Kafka beside it, p99", latency.raw().at(99), "ms"));
        rows.add(rate().aim(Aim.atLeast(300)));
        rows.add(cpu().aim(Aim.atMost(CPU_AIM)));
        each(rows, counts().used());
        rows.add(Finding.of("CPU-ms a message at 20/s, workers", steady.cpuOfWorkers(), "ms"));
        each(rows, steady);
        rows.add(
                Finding.of(
                        "CPU-ms a second with nothing to do, workers", idle.cpuOfWorkers(), "ms"));
        each(rows, idle);
        rows.add(Finding.of("Redis round trips a message at 20/s", steady.roundTrips(), ""));
        rows.add(Finding.of("  commands in them, scripts' own counted", steady.commands(), ""));
        rows.add(Finding.of("  round trips a second with nothing to do", idle.roundTrips(), ""));
        rows.add(Finding.of("Kafka records written a message at 20/s", steady.written(), ""));
        rows.add(Finding.of("  and read", steady.read(), ""));
        counts().used()
                .after()
                .processes()
                .forEach((name, use) ->
                        rows.add(Finding.of("resident, " + name, use.residentMb(), "MB")));
        rows.add(recovered().aim(Aim.atMost(KILLED_AIM)));
        responder.ifPresent(killed ->
                rows.add(
                        Finding.of("recovery after kill -9, responder", killed.seconds(), "s")
                                .aim(Aim.atMost(KILLED_AIM))));
        rows.add(lost().aim(Aim.atMost(0)));
        rows.add(doubled().aim(Aim.atMost(0)));
        return new Section(
                title,
                rows,
                List.of(
                        "workers: JVMs with 256 MB of heap%s; the sandbox and the measuring are on the same machine, in no number"
                                .formatted(javaOptions.isEmpty() ? "" : " and " + javaOptions),
                        "before the first number: %d s of warm-up"
                                .formatted(plan.warmUp().toSeconds()),
                        "CPU-ms at 20/s: what is done without any message too is in it",
                        "saturation: %,d messages at once, %d times, of which the last counts; messages/s and CPU-ms of each: %s"
                                .formatted(
                                        plan.backlog(),
                                        bursts.size(),
                                        bursts.stream()
                                                .map(Burst::line)
                                                .collect(Collectors.joining(", "))),
                        "Redis by message: " + steady.mostCommands(),
                        "recovery: kill under 20/s, started again at once, until the first answer to a message written after it"));
    }

    /** The rows that are compared with those of other rounds. */
    public Section column() {
        List<Finding> rows = new ArrayList<>();
        filling.ifPresent(
                took -> rows.add(Finding.of("background lines taken in /s", filled(took), "/s")));
        rows.add(allReady());
        rows.add(half());
        rows.add(most());
        rows.add(rate());
        rows.add(cpu());
        resident(Job.PROCESSOR).ifPresent(rows::add);
        resident(Job.MEMORY).ifPresent(rows::add);
        rows.add(recovered());
        rows.add(lost());
        rows.add(doubled());
        List<String> notes = new ArrayList<>();
        if (plan.conversations() > plan.channels()) {
            notes.add(
                    "%,d conversations of one line each, written to Kafka; people write in %,d more"
                            .formatted(plan.conversations() - plan.channels(), plan.channels()));
        }
        return new Section(plan.title(), rows, notes);
    }

    private Finding allReady() {
        Duration longest = ready.values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
        return Finding.of("start to ready, all at once", seconds(longest), "s");
    }

    private Finding half() {
        return Finding.of("added latency at 20/s, p50", latency.added().at(50), "ms");
    }

    private Finding most() {
        return Finding.of("added latency at 20/s, p99", latency.added().at(99), "ms");
    }

    private Burst counts() {
        return bursts.getLast();
    }

    private Finding rate() {
        return Finding.of("messages/s at saturation", counts().report().perSecond(), "/s");
    }

    private Finding cpu() {
        return Finding.of(
                "CPU-ms a message at saturation, workers", counts().used().cpuOfWorkers(), "ms");
    }

    private Optional<Finding> resident(Job job) {
        return Optional.ofNullable(counts().used().after().processes().get(job.worker()))
                .map(use -> Finding.of("resident, " + job.worker(), use.residentMb(), "MB"));
    }

    private Finding recovered() {
        return Finding.of("recovery after kill -9, processor", processor.seconds(), "s");
    }

    private Finding lost() {
        int killed = processor.lost() + responder.map(RecoveryReport::lost).orElse(0);
        int waiting = bursts.stream().mapToInt(one -> one.report().lost()).sum();
        return Finding.of(WholeReport.LOST, latency.lost() + waiting + killed, "");
    }

    private Finding doubled() {
        int killed = processor.doubled() + responder.map(RecoveryReport::doubled).orElse(0);
        int waiting = bursts.stream().mapToInt(one -> one.report().doubled()).sum();
        return Finding.of(WholeReport.DOUBLED, latency.doubled() + waiting + killed, "");
    }

    private double filled(Duration took) {
        return (plan.conversations() - plan.channels()) / seconds(took);
    }

    private static void each(List<Finding> rows, Span span) {
        span.cpuOfEach().forEach((name, millis) -> rows.add(Finding.of("  " + name, millis, "ms")));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
