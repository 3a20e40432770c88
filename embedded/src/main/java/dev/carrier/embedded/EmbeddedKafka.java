package dev.carrier.embedded;

import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker with its controller (KRaft) in this JVM, on 127.0.0.1 only. Its data survives
 * restarts and kill -9; a power failure can lose the last moments, because one node's
 * acknowledgement does not wait for the disk. Creates no topics. Thread-safe.
 *
 * <p>Kafka's classes for this are no public API: their version is pinned in the root's pom.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);

    /** How often to try again when a port that was free a moment ago is not. */
    private static final int ATTEMPTS = 5;

    private final FolderLock lock;
    private final KafkaRaftServer server;
    private final int port;
    private boolean closed;

    private EmbeddedKafka(FolderLock lock, KafkaRaftServer server, int port) {
        this.lock = lock;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker and returns when clients can use it.
     *
     * @param folder its data; created if missing
     * @param port its port on 127.0.0.1; 0 chooses a free one
     * @throws FolderInUse if somebody runs on this folder
     * @throws PortInUse if the port is taken
     * @throws EmbeddedException if it cannot start for another reason
     */
    public static EmbeddedKafka start(Path folder, int port) {
        return start(folder, port, Map.of());
    }

    /**
     * As {@link #start(Path, int)}, with broker settings that win over ours. The listener for
     * clients is named {@code CLIENT}: {@code listener.security.protocol.map} with {@code
     * CLIENT:SASL_SSL,CONTROLLER:PLAINTEXT} secures it.
     */
    public static EmbeddedKafka start(Path folder, int port, Map<String, String> extra) {
        return start(folder, port, extra, List.of());
    }

    /**
     * The same with users that are there from the beginning, so that the broker can be one of them.
     *
     * @param users as {@code kafka-storage.sh format --add-scram} takes them, such as {@code
     *     SCRAM-SHA-512=[name=broker,password=…]}; they count only where the folder is new
     */
    public static EmbeddedKafka start(
            Path folder, int port, Map<String, String> extra, List<String> users) {
        Ports.requireValid("Kafka", port);
        var lock = FolderLock.take(folder);
        try {
            var logs = folder.toRealPath().resolve("logs");
            KafkaFormat.ifNew(logs, users);
            if (KafkaFormat.wasKilled(logs)) {
                KilledBroker.unregister(logs);
            }
            return start(lock, logs, port, extra);
        } catch (EmbeddedException e) {
            lock.close();
            throw e;
        } catch (Exception e) {
            lock.close();
            throw new EmbeddedException(
                    "Kafka cannot start in " + folder + ": " + EmbeddedException.reason(e) + ".",
                    "If the folder is damaged, move it away or start with another one (--data).",
                    e);
        }
    }

    private static EmbeddedKafka start(
            FolderLock lock, Path logs, int wanted, Map<String, String> extra) {
        for (int attempt = 1; ; attempt++) {
            if (wanted != 0) {
                Ports.requireFree("Kafka", wanted);
            }
            int port = wanted == 0 ? Ports.free() : wanted;
            var settings = KafkaSettings.of(logs, port, freeBeside(port), extra);
            var server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
            try {
                server.startup();
                return new EmbeddedKafka(lock, server, port);
            } catch (RuntimeException e) {
                // Its threads are no daemons: without this they would keep the JVM alive.
                server.shutdown();
                if (!isTakenPort(e) || attempt == ATTEMPTS) {
                    throw e;
                }
                LOG.atDebug()
                        .addKeyValue("port", port)
                        .log("port was taken meanwhile, trying another");
            }
        }
    }

    private static int freeBeside(int other) {
        int port = Ports.free();
        while (port == other) {
            port = Ports.free();
        }
        return port;
    }

    private static boolean isTakenPort(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }

    /** Where clients connect, such as {@code 127.0.0.1:19092}. */
    public String bootstrap() {
        return Ports.LOOPBACK + ":" + port;
    }

    /** Stops the broker, usually within a second. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            server.shutdown();
            server.awaitShutdown();
        } finally {
            lock.close();
        }
    }
}
