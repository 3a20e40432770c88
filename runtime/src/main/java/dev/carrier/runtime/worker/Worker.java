package dev.carrier.runtime.worker;

import dev.carrier.runtime.Parts;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.Signals;
import dev.carrier.runtime.build.BuildInfo;
import dev.carrier.runtime.http.Health;
import dev.carrier.runtime.http.HealthServer;
import dev.carrier.runtime.http.Meters;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.KafkaEntrance;
import dev.carrier.runtime.log.Logging;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.runtime.settings.SettingsSource;
import dev.carrier.runtime.settings.SettingsWatch;
import dev.carrier.runtime.trace.Traces;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one worker as a process of its own. */
public final class Worker {
    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private Worker() {}

    /** Builds a worker out of what there is and starts it. */
    @FunctionalInterface
    public interface Wiring {
        /** Returns when the worker runs; what has to end with it is in the context's parts. */
        void start(WorkerContext context) throws Exception;
    }

    /**
     * Starts a worker and returns when the process is told to end. Prints one line, {@code NAME
     * ready, health http://…}, on standard output when it runs. A {@link SetupProblem} is printed
     * as its sentence and ends the process with 2, anything else with 1.
     *
     * @param args {@code --config FILE}, {@code --data FOLDER}, {@code --set KEY=VALUE}
     */
    public static void run(String name, String[] args, Wiring wiring) {
        Parts parts = new Parts();
        Signals signals = Signals.end(parts);
        try {
            String where = start(name, WorkerOptions.parse(args), parts, wiring);
            System.out.println(name + " ready, health " + where);
            signals.await();
        } catch (SetupProblem problem) {
            System.err.println("carrier: " + problem.getMessage());
            exit(signals, 2);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            exit(signals, 1);
        } catch (Exception problem) {
            log.atError().setCause(problem).addKeyValue("worker", name).log("cannot start");
            exit(signals, 1);
        }
    }

    private static String start(String name, WorkerOptions options, Parts parts, Wiring wiring)
            throws Exception {
        var source = new SettingsSource(options.config(), System.getenv(), options.overrides());
        Settings settings = source.load().settings();
        Logging.configure(settings.log(), Optional.empty());
        if (settings.kafka().embedded()) {
            throw missing(name, "kafka.bootstrap", "KAFKA_BOOTSTRAP_SERVERS");
        }
        if (settings.redis().embedded()) {
            throw missing(name, "redis.url", "REDIS_URL");
        }
        Health health = new Health();
        Meters meters = parts.add("meters", new Meters(name));
        meters.measure(health);
        var http = settings.http();
        HealthServer server =
                parts.add(
                        "health",
                        new HealthServer(http.bind(), http.health(), health, meters::scrape));
        Redis redis = parts.add("redis", Redis.of(settings.redis()));
        redis.refusal()
                .ifPresent(why -> {
                    throw new SetupProblem(why);
                });
        health.check("redis", redis::ping);
        KafkaClients kafka =
                new KafkaClients(settings.kafka().bootstrap(), settings.kafka().properties())
                        .measuredBy(meters.kafka());
        KafkaEntrance.check(kafka, name);
        var watch = new SettingsWatch(source, settings, SettingsWatch.EVERY);
        wiring.start(
                new WorkerContext(
                        settings,
                        watch,
                        kafka,
                        redis,
                        parts,
                        health,
                        meters,
                        parts.add("traces", Traces.of(name, settings.traces())),
                        InstantSource.system()));
        parts.add("settings watch", watch).start();
        log.atInfo()
                .addKeyValue("worker", name)
                .addKeyValue("version", BuildInfo.released())
                .addKeyValue("kafka", kafka.bootstrap())
                .addKeyValue("redis", redis.where())
                .log("ready");
        return "http://" + http.bind() + ":" + server.port() + "/health/ready";
    }

    private static SetupProblem missing(String name, String key, String variable) {
        return new SetupProblem(
                name + " alone needs " + key,
                "export "
                        + variable
                        + ", or let ./carrier worker "
                        + name
                        + " find the servers of a running ./carrier up");
    }

    /**
     * The hook that ends the parts runs inside; a second exit from within it would wait forever.
     */
    private static void exit(Signals signals, int code) {
        if (!signals.stopping()) {
            System.exit(code);
        }
    }
}
