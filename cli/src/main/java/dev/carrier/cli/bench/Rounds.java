package dev.carrier.cli.bench;

import dev.carrier.bench.WholePlan;
import dev.carrier.bench.process.Round;
import dev.carrier.bench.process.RoundPlan;
import dev.carrier.bench.process.RoundReport;
import dev.carrier.cli.Carrier;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Rounds of measurements of worker processes, each with new data. */
final class Rounds {
    private static final int PARTITIONS = 4;
    private static final int CHANNELS = 1000;
    private static final int BURSTS = 2;

    private final Carrier carrier;
    private final WholePlan plan;
    private final Consumer<String> progress;

    /**
     * @param progress hears what is done now
     */
    Rounds(Carrier carrier, WholePlan plan, Consumer<String> progress) {
        this.carrier = carrier;
        this.plan = plan;
        this.progress = progress;
    }

    /** The one to which the others are compared. */
    RoundReport usual() throws InterruptedException {
        return whole(PARTITIONS, Math.min(CHANNELS, plan.backlog()), plan.warmUp(), BURSTS);
    }

    /** Like the usual one, with so many partitions and conversations. */
    RoundReport whole(int partitions, int conversations, Duration warmUp, int bursts)
            throws InterruptedException {
        int channels = Math.min(conversations, Math.min(CHANNELS, plan.backlog()));
        return of(
                new RoundPlan(
                        partitions,
                        conversations,
                        channels,
                        warmUp,
                        plan.lasting(),
                        channels,
                        bursts,
                        plan.underLoad(),
                        true));
    }

    /** One partition, and more conversations; a little shorter. */
    List<RoundPlan> others() {
        return List.of(
                shorter(1, CHANNELS), shorter(PARTITIONS, 10_000), shorter(PARTITIONS, 100_000));
    }

    RoundReport of(RoundPlan round) throws InterruptedException {
        progress.accept(
                "processes, %s conversations: starting Kafka, Redis and the sandbox"
                        .formatted(round.title()));
        return WorkerTowns.with(
                carrier,
                round.partitions(),
                round.channels(),
                town -> new Round(town, round, progress).run());
    }

    private RoundPlan shorter(int partitions, int conversations) {
        return new RoundPlan(
                partitions,
                conversations,
                CHANNELS,
                plan.warmUp().multipliedBy(2).dividedBy(3),
                plan.lasting().multipliedBy(2).dividedBy(3),
                CHANNELS,
                BURSTS,
                plan.underLoad(),
                false);
    }
}
