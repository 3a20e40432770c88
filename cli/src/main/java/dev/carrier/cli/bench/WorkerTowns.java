package dev.carrier.cli.bench;

import dev.carrier.bench.process.WorkerTown;
import dev.carrier.cli.Carrier;
import dev.carrier.cli.town.Characters;
import dev.carrier.faults.crew.Jvm;
import dev.carrier.runtime.Parts;
import dev.carrier.runtime.Signals;
import dev.carrier.runtime.log.Logging;
import dev.carrier.runtime.settings.LogSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Carrier with a process for each worker, for one measurement, with new data. Stateless. */
final class WorkerTowns {
    private WorkerTowns() {}

    /** What is done there. */
    interface Measurement<R> {
        R of(WorkerTown town) throws InterruptedException;
    }

    /** Measures; everything is gone when this returns, or when the process is told to end. */
    static <R> R with(
            Carrier carrier, int partitions, int conversations, Measurement<R> measurement)
            throws InterruptedException {
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
            Path ada = Characters.one(carrier.settings().folder(), "ada").path();
            return measurement.of(
                    parts.add(
                            "town",
                            new WorkerTown(folder, ada, partitions, conversations, javaOptions())));
        } catch (IOException problem) {
            throw new UncheckedIOException("no temporary folder", problem);
        } finally {
            parts.close();
        }
    }

    /** Those of the launcher are for the workers, too, as in their images. */
    private static String javaOptions() {
        return Optional.ofNullable(System.getenv(Jvm.OPTIONS)).orElse("");
    }
}
