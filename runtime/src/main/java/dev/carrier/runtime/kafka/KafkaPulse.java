package dev.carrier.runtime.kafka;

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
public final class KafkaPulse implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaClients kafka;
    private final String clientId;
    private Optional<Admin> admin = Optional.empty();
    private volatile boolean away;

    /**
     * @param clientId by which the cluster knows who asks
     */
    public KafkaPulse(KafkaClients kafka, String clientId) {
        this.kafka = kafka;
        this.clientId = clientId;
    }

    /** Whether the last question had no answer. */
    public boolean isAway() {
        return away;
    }

    /** Asks; blocks for some seconds at most. */
    public void ask() throws InterruptedException {
        try {
            if (admin.isEmpty()) {
                admin = Optional.of(kafka.admin(clientId));
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
