package dev.carrier.faults.crew;

import dev.carrier.embedded.EmbeddedKafka;
import dev.carrier.runtime.log.Logging;
import dev.carrier.runtime.settings.LogSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kafka in a JVM of its own, so that it can be killed and frozen; it comes back where it was. */
public final class Broker implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final String READY = "broker ready on ";

    private final Path data;
    private final Path outputs;
    private final int port;
    private int started;
    private Process process;

    private Broker(Path data, Path outputs, int port) {
        this.data = data;
        this.outputs = outputs;
        this.port = port;
        this.process = launched();
    }

    /** Starts it and returns when clients can use it. */
    public static Broker start(Path data, Path outputs, int port) {
        var broker = new Broker(data, outputs, port);
        broker.awaitReady();
        return broker;
    }

    /** What the other JVM does: it ends when its standard input does, so never outlives us. */
    public static void main(String[] arguments) throws IOException {
        Logging.configure(
                new LogSettings(
                        LogSettings.Format.TEXT, LogSettings.Level.WARN, LogSettings.People.HIDDEN),
                Optional.empty());
        try (var kafka =
                EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
            System.out.println(READY + kafka.bootstrap());
            while (System.in.read() >= 0) {
                // Nobody writes; the end is what is waited for.
            }
        }
    }

    /** Where clients connect. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** The operating system's number of its process. */
    public long pid() {
        return process.pid();
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /**
     * Its disk takes no more, as far as it can tell: whatever makes a file longer fails. Kafka
     * gives up a disk that fails, and ends with its last one, by and by.
     */
    public void fillsItsDisk() {
        Frozen.run("prlimit", "--pid", Long.toString(process.pid()), "--fsize=1:unlimited");
    }

    /** Returns when it has ended by itself. */
    public void awaitEnd() {
        Until.holds("Kafka gives up its full disk", READY_WITHIN, () -> !process.isAlive());
    }

    /** Comes back on the same port with the same data; ready when this returns. */
    public void comesBack() {
        process = launched();
        awaitReady();
    }

    /** {@code kill -STOP}: it answers nobody, while its connections stay open. */
    public void freeze() {
        Frozen.stop(process.pid());
    }

    /** Goes on where it was. */
    public void thaw() {
        Frozen.goOn(process.pid());
    }

    private Process launched() {
        started++;
        return Jvm.start(
                "512m",
                Broker.class,
                List.of(data.toString(), Integer.toString(port)),
                Map.of(),
                output());
    }

    private void awaitReady() {
        Until.holds(
                "Kafka is ready, see " + output(),
                READY_WITHIN,
                () -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("Kafka has ended, see " + output());
                    }
                    return Jvm.printed(output()).contains(READY);
                });
    }

    private Path output() {
        return outputs.resolve("kafka-" + started + ".log");
    }

    @Override
    public void close() {
        kill();
    }
}
