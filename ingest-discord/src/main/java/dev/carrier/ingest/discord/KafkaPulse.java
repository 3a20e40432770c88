package dev.carrier.ingest.discord;

import dev.carrier.runtime.kafka.KafkaClients;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * Whether Kafka is there, asked also while nobody writes: a worker that finds out with the next
 * message says too late that it is deaf. One thread asks; anybody may read.
 */
final class KafkaPulse implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaClients kafka;
    private Optional<Admin> admin = Optional.empty();
    private volatile boolean away;

    KafkaPulse(KafkaClients kafka) {
        this.kafka = kafka;
    }

    /** Whether the last question had no answer. */
    boolean isAway() {
        return away;
    }

    /** Asks; blocks for some seconds at most. */
    void ask() throws InterruptedException {
        try {
            if (admin.isEmpty()) {
                admin = Optional.of(kafka.admin("ingest-discord-pulse"));
            }
            admin.get()
                    .describeCluster()
                    .clusterId()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            away = false;
        } catch (ExecutionException | TimeoutException | KafkaException _) {
            away = true;
        }
    }

    @Override
    public void close() {
        admin.ifPresent(it -> it.close(Duration.ZERO));
    }
}
