package dev.carrier.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One broker and one Redis for all tests of a JVM, in a temporary folder, started on first use,
 * ended and deleted when the JVM ends. Tests of one JVM share them: each uses names of its own
 * (topics, groups, key prefixes). While {@link #KAFKA} and {@link #REDIS} are set they are others,
 * and none is started.
 *
 * <p>It lives beside the servers, not in a test jar, because every module's tests need it and
 * nothing in it is a stand-in: these are the same servers as in {@code ./carrier up}.
 *
 * @param where where they are
 */
public record TestServers(RunningServers where) {
    /** The system property with the bootstrap address of another Kafka. */
    public static final String KAFKA = "carrier.test.kafka";

    /** The system property with the URL of another Redis. */
    public static final String REDIS = "carrier.test.redis";

    /** How tests reach the broker. */
    public record Kafka(String bootstrap) {}

    /** How tests reach Redis. */
    public record Redis(String url) {}

    /** The JVM's servers; starts them at the first call, which takes some seconds. */
    public static TestServers shared() {
        String kafka = System.getProperty(KAFKA);
        String redis = System.getProperty(REDIS);
        if (kafka != null && redis != null) {
            return new TestServers(new RunningServers(ProcessHandle.current().pid(), kafka, redis));
        }
        return new TestServers(Shared.SERVERS.where());
    }

    /** The broker. */
    public Kafka kafka() {
        return new Kafka(where.kafka());
    }

    /** Redis. */
    public Redis redis() {
        return new Redis(where.redis());
    }

    /** Loaded, and so started, by the first call only. */
    private static final class Shared {
        static final EmbeddedServers SERVERS = start();

        private static EmbeddedServers start() {
            try {
                var folder = Files.createTempDirectory("carrier-test");
                var servers = EmbeddedServers.start(EmbeddedOptions.in(folder));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(servers, folder)));
                return servers;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void end(EmbeddedServers servers, Path folder) {
            try {
                servers.close();
                Folders.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
