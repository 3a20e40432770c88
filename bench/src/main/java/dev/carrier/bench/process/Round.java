package dev.carrier.bench.process;

import dev.carrier.bench.LatencyBench;
import dev.carrier.bench.LatencyPlan;
import dev.carrier.bench.LatencyReport;
import dev.carrier.bench.Outage;
import dev.carrier.bench.RecoveryBench;
import dev.carrier.bench.RecoveryReport;
import dev.carrier.bench.SaturationBench;
import dev.carrier.bench.SaturationReport;
import dev.carrier.faults.crew.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** All measurements of one Carrier whose workers are processes of their own. */
public final class Round {
    private static final int PER_SECOND = 20;
    private static final Duration IDLE = Duration.ofSeconds(4);

    private final WorkerTown town;
    private final RoundPlan plan;
    private final Consumer<String> progress;

    /**
     * @param town without any worker yet
     * @param progress hears what is done now
     */
    public Round(WorkerTown town, RoundPlan plan, Consumer<String> progress) {
        this.town = town;
        this.plan = plan;
        this.progress = progress;
    }

    /** Starts the workers and measures. */
    public RoundReport run() throws InterruptedException {
        say("starting every worker");
        Map<Job, Duration> ready = town.start();
        int background = plan.conversations() - plan.channels();
        Optional<Duration> filling = Optional.empty();
        if (background > 0) {
            say("writing %,d conversations".formatted(background));
            filling =
                    Optional.of(
                            new Background(town, town.guild(), plan.partitions()).fill(background));
        }
        say("nothing, for %d s".formatted(IDLE.toSeconds()));
        Span idle = Meter.idle(town, IDLE);
        say(
                "%d messages/s for %d s after %d s of warm-up"
                        .formatted(
                                PER_SECOND, plan.lasting().toSeconds(), plan.warmUp().toSeconds()));
        Meter steady = new Meter(town);
        LatencyReport latency =
                new LatencyBench(
                                town,
                                new LatencyPlan(
                                        PER_SECOND,
                                        plan.lasting(),
                                        plan.warmUp(),
                                        town.person(),
                                        town.channels()),
                                steady)
                        .run();
        List<Burst> bursts = new ArrayList<>();
        while (bursts.size() < plan.bursts()) {
            say(
                    "%,d messages at once, instant model, %d of %d%s"
                            .formatted(
                                    plan.backlog(),
                                    bursts.size() + 1,
                                    plan.bursts(),
                                    bursts.isEmpty()
                                            ? ""
                                            : "; before: " + bursts.getLast().line()));
            bursts.add(everythingAtOnce());
        }
        RecoveryReport processor = recovery(Job.PROCESSOR);
        Optional<RecoveryReport> responder =
                plan.responder() ? Optional.of(recovery(Job.RESPONDER)) : Optional.empty();
        return new RoundReport(
                plan,
                town.javaOptions(),
                ready,
                filling,
                idle,
                latency,
                steady.span(latency.answered()),
                bursts,
                processor,
                responder);
    }

    private Burst everythingAtOnce() throws InterruptedException {
        Meter meter = new Meter(town);
        SaturationReport report =
                new SaturationBench(town, town.person(), town.channels().subList(0, plan.backlog()))
                        .run();
        meter.ends();
        return new Burst(report, meter.span(report.answered()));
    }

    private RecoveryReport recovery(Job job) throws InterruptedException {
        say("kill -9 of %s under %d messages/s".formatted(job.worker(), PER_SECOND));
        RecoveryReport report =
                new RecoveryBench(town, town.person(), town.channels(), PER_SECOND)
                        .run(
                                new Outage() {
                                    @Override
                                    public void kill() {
                                        town.crew().of(job).kill();
                                    }

                                    @Override
                                    public void comesBack() {
                                        town.crew().begin(job);
                                    }
                                },
                                plan.underLoad());
        town.crew().of(job).awaitReady();
        return report;
    }

    private void say(String what) {
        progress.accept("processes, " + plan.title() + " conversations: " + what);
    }
}
