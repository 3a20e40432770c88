package dev.carrier.cli.bench;

import dev.carrier.bench.Aim;
import dev.carrier.bench.Finding;
import dev.carrier.bench.FlightBench;
import dev.carrier.bench.FlightReport;
import dev.carrier.bench.LatencyBench;
import dev.carrier.bench.LatencyPlan;
import dev.carrier.bench.LatencyReport;
import dev.carrier.bench.SaturationBench;
import dev.carrier.bench.SaturationReport;
import dev.carrier.bench.Section;
import dev.carrier.bench.WholePlan;
import dev.carrier.bench.WholeReport;
import dev.carrier.cli.Carrier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What is measured of everything in one process: latency, saturation, conversations in flight. */
final class OneProcess {
    static final String TITLE = "Everything in one process, as ./carrier up";

    private static final int CHANNELS_AT_A_TIME = 100;
    private static final Duration MODEL = Duration.ofSeconds(2);

    private final Carrier carrier;
    private final WholePlan plan;
    private final Consumer<String> progress;

    /**
     * @param progress hears what is done now
     */
    OneProcess(Carrier carrier, WholePlan plan, Consumer<String> progress) {
        this.carrier = carrier;
        this.plan = plan;
        this.progress = progress;
    }

    /** Starts everything, measures, and ends it. */
    Section section() throws InterruptedException {
        progress.accept("one process: starting Kafka, Redis, the sandbox and every worker");
        Instant start = Instant.now();
        int conversations = Math.max(plan.inFlight(), plan.backlog());
        try (BenchTown town = BenchTown.start(carrier, conversations, 2 * plan.inFlight())) {
            List<Finding> findings = new ArrayList<>();
            findings.add(
                    Finding.of(
                            "start to ready, with %d channels made".formatted(conversations),
                            Duration.between(start, Instant.now()).toMillis() / 1000.0,
                            "s"));
            LatencyReport slow = latency(town, 20, plan.warmUp());
            LatencyReport fast = latency(town, 100, plan.warmUp().dividedBy(3));
            progress.accept(
                    "one process: %d messages at once, instant model".formatted(plan.backlog()));
            SaturationReport full =
                    new SaturationBench(
                                    town, town.person(), town.channels().subList(0, plan.backlog()))
                            .run();
            progress.accept(
                    "one process: %d conversations at once, model 2 s".formatted(plan.inFlight()));
            FlightReport flight =
                    new FlightBench(
                                    town,
                                    town.person(),
                                    town.channels().subList(0, plan.inFlight()),
                                    MODEL)
                            .run();
            latencies(findings, slow, true);
            latencies(findings, fast, false);
            findings.add(
                    Finding.of("messages/s at saturation, instant model", full.perSecond(), "/s")
                            .aim(Aim.atLeast(300)));
            Finding inFlight =
                    Finding.of(
                            "conversations in flight, model 2 s", (double) flight.inFlight(), "");
            findings.add(plan.isQuick() ? inFlight : inFlight.aim(Aim.atLeast(5000)));
            findings.add(Finding.of("  calls of it open together", (double) flight.calls(), ""));
            findings.add(
                    Finding.of(
                            "  all answered after", flight.answering().toMillis() / 1000.0, "s"));
            findings.add(
                    Finding.of(
                                    WholeReport.LOST,
                                    slow.lost() + fast.lost() + full.lost() + flight.lost(),
                                    "")
                            .aim(Aim.atMost(0)));
            findings.add(
                    Finding.of(
                                    WholeReport.DOUBLED,
                                    slow.doubled()
                                            + fast.doubled()
                                            + full.doubled()
                                            + flight.doubled(),
                                    "")
                            .aim(Aim.atMost(0)));
            return new Section(
                    TITLE + ": 4 partitions, the sandbox and the measuring in it too",
                    findings,
                    List.of(
                            "saturation: %,d messages, one in each channel, written in %.1f s; answers/s between the first tenth and the last"
                                    .formatted(full.sent(), full.writing().toMillis() / 1000.0)));
        }
    }

    private LatencyReport latency(BenchTown town, int rate, Duration warmUp)
            throws InterruptedException {
        progress.accept(
                "one process: %d messages/s for %d s after %d s of warm-up"
                        .formatted(rate, plan.lasting().toSeconds(), warmUp.toSeconds()));
        return new LatencyBench(
                        town,
                        new LatencyPlan(
                                rate,
                                plan.lasting(),
                                warmUp,
                                town.person(),
                                town.channels().subList(0, CHANNELS_AT_A_TIME)))
                .run();
    }

    private static void latencies(List<Finding> findings, LatencyReport report, boolean aimed) {
        int rate = report.plan().rate();
        Finding half = ms("added latency at %d/s, p50", rate, report.added().at(50));
        Finding most = ms("added latency at %d/s, p99", rate, report.added().at(99));
        findings.add(aimed ? half.aim(Aim.atMost(LatencyReport.AIM_P50)) : half);
        findings.add(aimed ? most.aim(Aim.atMost(LatencyReport.AIM_P99)) : most);
        findings.add(ms("  raw Kafka beside it at %d/s, p50", rate, report.raw().at(50)));
        findings.add(ms("  raw Kafka beside it at %d/s, p99", rate, report.raw().at(99)));
        findings.add(
                Finding.of(
                        "  CPU at %d/s, all but Redis, one core = 100".formatted(rate),
                        100 * report.cpuSeconds() / (report.took().toMillis() / 1000.0),
                        "%"));
    }

    private static Finding ms(String what, int rate, double millis) {
        return Finding.of(what.formatted(rate), millis, "ms");
    }
}
