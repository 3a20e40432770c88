package dev.carrier.bench.process;

import dev.carrier.bench.Aim;
import dev.carrier.bench.Finding;
import dev.carrier.bench.LatencyReport;
import dev.carrier.bench.RecoveryReport;
import dev.carrier.bench.SaturationReport;
import dev.carrier.bench.Section;
import dev.carrier.bench.WholeReport;
import dev.carrier.faults.crew.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured in a round.
 *
 * @param ready how long each worker took until it was well, all started at once
 * @param filling how long the conversations in the background took
 * @param latency at 20 messages/s
 * @param steadyBefore what everything had used before these
 * @param steadyAfter and after them
 * @param saturation with everything at once
 * @param fullBefore what everything had used before it
 * @param fullAfter and after it
 * @param processor killed
 * @param responder killed, if it was
 */
public record RoundReport(
        RoundPlan plan,
        Map<Job, Duration> ready,
        Optional<Duration> filling,
        LatencyReport latency,
        Usage steadyBefore,
        Usage steadyAfter,
        SaturationReport saturation,
        Usage fullBefore,
        Usage fullAfter,
        RecoveryReport processor,
        Optional<RecoveryReport> responder) {
    private static final double KILLED_AIM = 10;
    private static final double CPU_AIM = 3;

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
        Map<String, Double> full = fullAfter.cpuOfEach(fullBefore, saturation.answered());
        Map<String, Double> steady = steadyAfter.cpuOfEach(steadyBefore, latency.answered());
        rows.add(cpu().aim(Aim.atMost(CPU_AIM)));
        full.forEach((name, millis) -> rows.add(Finding.of("  " + name, millis, "ms")));
        rows.add(Finding.of("CPU-ms a message at 20/s, workers", workers(steady), "ms"));
        steady.forEach((name, millis) -> rows.add(Finding.of("  " + name, millis, "ms")));
        StoreCounts store = steadyAfter.store().since(steadyBefore.store());
        int messages = Math.max(1, latency.answered());
        rows.add(perMessage("Redis round trips a message at 20/s", (double) store.reads()));
        rows.add(perMessage("  commands in them", (double) store.calls()));
        rows.add(
                perMessage(
                        "Kafka records written a message at 20/s",
                        steadyAfter.recordsWritten() - steadyBefore.recordsWritten()));
        rows.add(perMessage("  and read", steadyAfter.recordsRead() - steadyBefore.recordsRead()));
        fullAfter
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
                        "workers: JVMs with 256 MB of heap; the sandbox and the measuring are on the same machine, in no number",
                        "CPU-ms at 20/s: what is done without any message too is in it; at saturation %,d messages"
                                .formatted(saturation.answered()),
                        "Redis by message: " + store.most(messages),
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

    private Finding rate() {
        return Finding.of("messages/s at saturation", saturation.perSecond(), "/s");
    }

    private Finding cpu() {
        return Finding.of(
                "CPU-ms a message, workers",
                workers(fullAfter.cpuOfEach(fullBefore, saturation.answered())),
                "ms");
    }

    private Optional<Finding> resident(Job job) {
        return Optional.ofNullable(fullAfter.processes().get(job.worker()))
                .map(use -> Finding.of("resident, " + job.worker(), use.residentMb(), "MB"));
    }

    private Finding recovered() {
        return Finding.of("recovery after kill -9, processor", processor.seconds(), "s");
    }

    private Finding lost() {
        int killed = processor.lost() + responder.map(RecoveryReport::lost).orElse(0);
        return Finding.of(WholeReport.LOST, latency.lost() + saturation.lost() + killed, "");
    }

    private Finding doubled() {
        int killed = processor.doubled() + responder.map(RecoveryReport::doubled).orElse(0);
        return Finding.of(
                WholeReport.DOUBLED, latency.doubled() + saturation.doubled() + killed, "");
    }

    private Finding perMessage(String what, double count) {
        return Finding.of(what, count / Math.max(1, latency.answered()), "");
    }

    private double filled(Duration took) {
        return (plan.conversations() - plan.channels()) / seconds(took);
    }

    private static double workers(Map<String, Double> each) {
        double sum = 0;
        for (Job job : Job.onDiscord()) {
            sum += each.getOrDefault(job.worker(), Double.NaN);
        }
        return sum;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
