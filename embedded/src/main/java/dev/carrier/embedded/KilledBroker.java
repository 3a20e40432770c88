package dev.carrier.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.utils.Time;

/**
 * Has the cluster forget that a killed broker was alive, before the broker starts again.
 *
 * <p>The metadata of a killed broker say that it leads every partition, and a broker that starts on
 * them believes it until the controller has let the old session run out. What the transaction
 * coordinator ends in that time it marks nowhere: the marker waits for the broker to open its port,
 * and is dropped as that of a deleted partition when the old session ends ({@code
 * TransactionMarkerChannelManager} of Kafka 4.3.1). The transaction counts as ended, but its
 * offsets and records stay pending for ever, and so does everybody who reads them.
 */
final class KilledBroker {
    private static final long PATIENCE_S = 30;

    private KilledBroker() {}

    /**
     * Starts the controller alone and unregisters the broker; takes about a second.
     *
     * @param logs of the broker that was killed, which nobody uses now
     */
    static void unregister(Path logs)
            throws InterruptedException, ExecutionException, TimeoutException {
        int port = Ports.free();
        var settings = KafkaSettings.ofControllerAlone(logs, port);
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        try {
            server.startup();
            unregister(port);
        } finally {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    private static void unregister(int port)
            throws InterruptedException, ExecutionException, TimeoutException {
        var client = new Properties();
        client.putAll(
                Map.of(
                        AdminClientConfig.BOOTSTRAP_CONTROLLERS_CONFIG,
                        Ports.LOOPBACK + ":" + port));
        try (var admin = Admin.create(client)) {
            admin.unregisterBroker(KafkaSettings.NODE)
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException problem) {
            // It was killed before its first registration.
            if (!(problem.getCause() instanceof BrokerIdNotRegisteredException)) {
                throw problem;
            }
        }
    }
}
