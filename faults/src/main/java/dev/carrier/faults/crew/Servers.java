package dev.carrier.faults.crew;

import dev.carrier.embedded.EmbeddedRedis;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Kafka and Redis, each a process of its own, with empty topics.
 *
 * @param broker Kafka's process
 * @param store Redis, whose process is started again when it dies
 * @param kafka connects to the broker
 */
public record Servers(Broker broker, EmbeddedRedis store, KafkaClients kafka)
        implements AutoCloseable {
    /** How many partitions the topics have, unless another number is asked for. */
    public static final int PARTITIONS = 4;

    /**
     * Starts both; each start finds empty topics.
     *
     * @param folder for what is written and what the processes print
     */
    public static Servers start(Path folder) {
        return start(folder, PARTITIONS);
    }

    /** The same with topics of so many partitions. */
    public static Servers start(Path folder, int partitions) {
        Path own = own(folder);
        var broker = Broker.start(own.resolve("kafka"), folder, WorkerSettings.freePort());
        var store = EmbeddedRedis.start(own.resolve("redis"), 0);
        var kafka = new KafkaClients(broker.bootstrap(), Map.of());
        try (var admin = kafka.admin("town")) {
            TopicSetup.ensure(admin, partitions, Duration.ofDays(1), 1);
        }
        return new Servers(broker, store, kafka);
    }

    private static Path own(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.createTempDirectory(folder, "servers");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        store.close();
        broker.close();
    }
}
