package dev.carrier.cli.bench;

import dev.carrier.bench.WholePlan;
import dev.carrier.bench.process.Round;
import dev.carrier.bench.process.RoundPlan;
import dev.carrier.bench.process.RoundReport;
import dev.carrier.bench.process.WorkerTown;
import dev.carrier.cli.Carrier;
import dev.carrier.cli.town.Characters;
import dev.carrier.runtime.Parts;
import dev.carrier.runtime.Signals;
import dev.carrier.runtime.log.Logging;
import dev.carrier.runtime.settings.LogSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Rounds of measurements of worker processes, each with new data. */
final class Rounds {
    private static final int PARTITIONS = 4;
    private static final int CHANNELS = 1000;

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
        int channels = Math.min(CHANNELS, plan.backlog());
        return of(
                new RoundPlan(
                        PARTITIONS,
                        channels,
                        channels,
                        plan.warmUp(),
                        plan.lasting(),
                        channels,
                        plan.underLoad(),
                        true));
    }

    /** One partition, and more conversations; a little shorter. */
    List<RoundPlan> others() {
        return List.of(
                shorter(1, CHANNELS), shorter(PARTITIONS, 10_000), shorter(PARTITIONS, 100_000));
    }

    RoundReport of(RoundPlan round) throws InterruptedException {
        Parts parts = new Parts();
        Signals.end(parts);
        try {
            Path folder = Files.createTempDirectory("carrier-bench-");
            parts.add("data", () -> BenchTown.delete(folder));
            Logging.configure(
                    new LogSettings(
                            LogSettings.Format.TEXT,
                            LogSettings.Level.ERROR,
                            LogSettings.People.HIDDEN),
                    Optional.empty());
            progress.accept(
                    "processes, %s conversations: starting Kafka, Redis and the sandbox"
                            .formatted(round.title()));
            Path ada = Characters.one(carrier.settings().folder(), "ada").path();
            WorkerTown town =
                    parts.add(
                            "town",
                            new WorkerTown(folder, ada, round.partitions(), round.channels()));
            return new Round(town, round, progress).run();
        } catch (IOException problem) {
            throw new UncheckedIOException("no temporary folder", problem);
        } finally {
            parts.close();
        }
    }

    private RoundPlan shorter(int partitions, int conversations) {
        return new RoundPlan(
                partitions,
                conversations,
                CHANNELS,
                plan.warmUp().multipliedBy(2).dividedBy(3),
                plan.lasting().multipliedBy(2).dividedBy(3),
                CHANNELS,
                plan.underLoad(),
                false);
    }
}
