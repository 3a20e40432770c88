package dev.carrier.bench.process;

import dev.carrier.bench.LatencyBench;
import dev.carrier.bench.LatencyPlan;
import dev.carrier.bench.LatencyReport;
import dev.carrier.bench.Watch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** People talk for a long time, and the memory of each process is looked at again and again. */
public final class SoakBench {
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    private final WorkerTown town;
    private final Consumer<String> progress;

    /**
     * @param town without any worker yet
     * @param progress hears what is done now
     */
    public SoakBench(WorkerTown town, Consumer<String> progress) {
        this.town = town;
        this.progress = progress;
    }

    /**
     * Starts the workers and measures.
     *
     * @param rate messages a second, steadily
     * @param lasting how long, after half a minute of warm-up
     * @param every how often is looked
     */
    public SoakReport run(int rate, Duration lasting, Duration every) throws InterruptedException {
        progress.accept("starting every worker");
        town.start();
        progress.accept(
                "%d messages/s for %d s after %d s of warm-up"
                        .formatted(rate, lasting.toSeconds(), WARM_UP.toSeconds()));
        List<SoakReport.Look> looks = new CopyOnWriteArrayList<>();
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            LatencyReport talk =
                    new LatencyBench(
                                    town,
                                    new LatencyPlan(
                                            rate, lasting, WARM_UP, town.person(), town.channels()),
                                    looking(clock, every, looks))
                            .run();
            return new SoakReport(lasting, talk, List.copyOf(looks));
        }
    }

    private Watch looking(
            ScheduledExecutorService clock, Duration every, List<SoakReport.Look> looks) {
        return new Watch() {
            private long began;

            @Override
            public void begins() {
                began = System.nanoTime();
                clock.scheduleAtFixedRate(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
            }

            @Override
            public void ends() {
                clock.shutdownNow();
            }

            private void look() {
                var look =
                        new SoakReport.Look(
                                Duration.ofNanos(System.nanoTime() - began),
                                town.usage().residentOfEach());
                looks.add(look);
                progress.accept(look.words());
            }
        };
    }
}
