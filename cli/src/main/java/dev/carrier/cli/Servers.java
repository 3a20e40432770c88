package dev.carrier.cli;

import dev.carrier.embedded.EmbeddedOptions;
import dev.carrier.embedded.EmbeddedServers;
import dev.carrier.embedded.RunningServers;
import dev.carrier.runtime.Parts;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.log.Logging;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.settings.RedisSettings;
import dev.carrier.runtime.settings.Settings;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Kafka and Redis for a command that looks at what has happened or tells those who run: the ones of
 * the settings, or the embedded ones of a running {@code up}, or, when none runs, the embedded ones
 * started on the same data for as long as the command takes. Thread-safe.
 */
public final class Servers implements AutoCloseable {
    private final Parts parts = new Parts();
    private final KafkaClients kafka;
    private final Redis redis;

    private Servers(Settings settings) {
        // Before the first of Kafka's classes has something to say.
        Logging.configure(settings.log(), Optional.empty());
        String bootstrap = settings.kafka().bootstrap();
        var store = settings.redis();
        if (settings.kafka().embedded() || settings.redis().embedded()) {
            var found = EmbeddedServers.running(settings.data()).orElseGet(() -> start(settings));
            bootstrap = settings.kafka().embedded() ? found.kafka() : bootstrap;
            store =
                    store.embedded()
                            ? new RedisSettings(found.redis(), Optional.empty(), 0)
                            : store;
        }
        kafka = new KafkaClients(bootstrap, settings.kafka().properties());
        redis = parts.add("redis", Redis.of(store));
    }

    /**
     * Reaches them.
     *
     * @throws SetupProblem when nothing has ever run on the data
     */
    public static Servers reach(Settings settings) {
        return new Servers(settings);
    }

    /** Clients of that Kafka. */
    public KafkaClients kafka() {
        return kafka;
    }

    /** That Redis. */
    public Redis redis() {
        return redis;
    }

    @Override
    public void close() {
        parts.close();
    }

    private RunningServers start(Settings settings) {
        if (!Files.isDirectory(settings.data())) {
            throw new SetupProblem(
                    "nothing has run on the data in " + settings.data() + " yet",
                    "start ./carrier up or ./carrier demo, or point --data at the right folder");
        }
        return parts.add(
                        "embedded servers",
                        EmbeddedServers.start(EmbeddedOptions.in(settings.data())))
                .where();
    }
}
