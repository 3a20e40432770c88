package dev.carrier.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** Gives a new log directory its identity, once, as {@code kafka-storage.sh format} does. */
final class KafkaFormat {
    private KafkaFormat() {}

    /**
     * Formats beside the place and moves the result there, so that a process killed halfway leaves
     * no half-formatted directory behind.
     *
     * @param logs where the broker's logs live or shall live
     * @param users as {@code --add-scram} takes them
     */
    static void ifNew(Path logs, List<String> users) throws Exception {
        if (Files.exists(logs.resolve("meta.properties"))) {
            return;
        }
        if (Files.exists(logs)) {
            throw new EmbeddedException(
                    "The folder "
                            + logs
                            + " exists, but holds no Kafka data (meta.properties is missing).",
                    "Move it away, or start with another folder (--data).");
        }
        var draft = logs.resolveSibling(logs.getFileName() + ".new");
        Folders.delete(draft);
        Files.createDirectories(draft);
        format(draft, users);
        move(draft, logs);
    }

    /**
     * Whether the broker that used these logs last was killed: it could not leave the file that
     * says otherwise ({@code CleanShutdownFileHandler} of Kafka).
     */
    static boolean wasKilled(Path logs) {
        boolean used = Files.exists(logs.resolve("__cluster_metadata-0"));
        return used && Files.notExists(logs.resolve(".kafka_cleanshutdown"));
    }

    private static void format(Path folder, List<String> users) throws Exception {
        try (var silence = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8)) {
            new Formatter()
                    .setPrintStream(silence)
                    .setNodeId(KafkaSettings.NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(folder.toString())
                    .setMetadataLogDirectory(folder.toString())
                    .setControllerListenerName(KafkaSettings.CONTROLLER)
                    .setIgnoreFormatted(false)
                    .setScramArguments(users)
                    .run();
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
