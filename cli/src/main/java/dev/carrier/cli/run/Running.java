package dev.carrier.cli.run;

import dev.carrier.runtime.Parts;
import dev.carrier.runtime.http.Health;
import dev.carrier.runtime.http.HealthServer;
import dev.carrier.runtime.http.Meters;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.runtime.settings.SettingsWatch;
import dev.carrier.runtime.trace.Traces;
import dev.carrier.runtime.worker.WorkerContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Carrier, whole, in this JVM. Thread-safe. */
public final class Running implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Parts parts;
    private final Settings settings;
    private final Infrastructure infrastructure;
    private final Health health;
    private final Workers workers;

    private Running(
            Parts parts,
            Settings settings,
            Infrastructure infrastructure,
            Health health,
            Workers workers) {
        this.parts = parts;
        this.settings = settings;
        this.infrastructure = infrastructure;
        this.health = health;
        this.workers = workers;
    }

    /**
     * Starts Kafka, Redis and every worker on settings that do not change while it runs; what had
     * begun ends when a later part cannot.
     *
     * @param parts takes what has to be ended
     * @param progress hears of each part as it stands
     * @throws dev.carrier.runtime.SetupProblem when one of them cannot be had
     */
    public static Running start(Settings settings, Parts parts, Progress progress)
            throws InterruptedException {
        return start(settings, SettingsWatch.none(settings), parts, progress);
    }

    /** The same where changes of the settings are taken up. */
    public static Running start(
            Settings settings, SettingsWatch watch, Parts parts, Progress progress)
            throws InterruptedException {
        Infrastructure infrastructure = Infrastructure.start(settings, parts, progress);
        Health health = new Health();
        Meters meters = parts.add("meters", new Meters("carrier"));
        parts.add(
                "health",
                new HealthServer(
                        settings.http().bind(), settings.http().health(), health, meters::scrape));
        meters.measure(health);
        health.check("redis", infrastructure.redis()::ping);
        Workers workers =
                Workers.start(
                        new WorkerContext(
                                settings,
                                watch,
                                infrastructure.kafka().measuredBy(meters.kafka()),
                                infrastructure.redis(),
                                parts,
                                health,
                                meters,
                                parts.add("traces", Traces.of("carrier", settings.traces())),
                                InstantSource.system()));
        parts.add("settings watch", watch).start();
        return new Running(parts, settings, infrastructure, health, workers);
    }

    /** The settings that it runs with. */
    public Settings settings() {
        return settings;
    }

    /** Its Kafka and Redis. */
    public Infrastructure infrastructure() {
        return infrastructure;
    }

    /** Its workers. */
    public Workers workers() {
        return workers;
    }

    /** Where Instagram is to call, on this machine; empty without an account there. */
    public Optional<URI> webhook() {
        return workers.instagram().stream()
                .flatMapToInt(it -> it.port().stream())
                .mapToObj(port ->
                        URI.create(
                                "http://127.0.0.1:"
                                        + port
                                        + settings.platforms().instagram().webhook().path()))
                .findFirst();
    }

    /** What is not well now, a sentence each; empty: it hears, decides, thinks and speaks. */
    public List<String> troubles() {
        return health.ready().stream()
                .filter(check -> !check.ok())
                .map(check -> check.name() + ": " + check.why().orElse(""))
                .toList();
    }

    /**
     * Waits until nothing is in the way.
     *
     * @return what still is after that time; empty when all is well
     */
    public List<String> awaitReady(Duration atMost) throws InterruptedException {
        Instant until = Instant.now().plus(atMost);
        List<String> troubles = troubles();
        while (!troubles.isEmpty() && Instant.now().isBefore(until)) {
            // Readiness is what several parts say of themselves; they are asked, not waited on.
            Thread.sleep(LOOK);
            troubles = troubles();
        }
        return troubles;
    }

    /** Finishes open answers, at most for this long, and ends. */
    public void end(Duration atMost) {
        parts.end(atMost);
    }

    @Override
    public void close() {
        parts.close();
    }
}
