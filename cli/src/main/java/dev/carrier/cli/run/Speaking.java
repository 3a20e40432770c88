package dev.carrier.cli.run;

import dev.carrier.memory.MemoryWorker;
import dev.carrier.pipeline.PipelineWorker;
import dev.carrier.responder.ResponderWorker;
import dev.carrier.runtime.Parts;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.http.Health;
import dev.carrier.runtime.http.Meters;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.runtime.settings.SettingsWatch;
import dev.carrier.runtime.trace.Traces;
import dev.carrier.runtime.worker.WorkerContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** All workers but those that hear: what an operator orders is done, and nobody is listened to. */
public final class Speaking {
    private static final Duration LOOK = Duration.ofMillis(50);

    private Speaking() {}

    /**
     * Starts them, and returns when they are ready; they end with the parts.
     *
     * @throws SetupProblem when one of them cannot start, or is not ready in time
     */
    public static void start(
            Settings settings, Infrastructure infrastructure, Parts parts, Duration within)
            throws InterruptedException {
        Health health = new Health();
        var context =
                new WorkerContext(
                        settings,
                        SettingsWatch.none(settings),
                        infrastructure.kafka(),
                        infrastructure.redis(),
                        parts,
                        health,
                        parts.add("meters", new Meters("carrier")),
                        parts.add("traces", Traces.of("carrier", settings.traces())),
                        InstantSource.system());
        MemoryWorker.start(context);
        PipelineWorker.start(context);
        ResponderWorker.start(context);
        Instant until = Instant.now().plus(within);
        while (!troubles(health).isEmpty()) {
            if (Instant.now().isAfter(until)) {
                throw new SetupProblem(troubles(health).getFirst(), "see the log");
            }
            // Readiness is what several parts say of themselves; they are asked, not waited on.
            Thread.sleep(LOOK);
        }
    }

    private static List<String> troubles(Health health) {
        return health.ready().stream()
                .filter(check -> !check.ok())
                .map(check -> check.name() + ": " + check.why().orElse(""))
                .toList();
    }
}
