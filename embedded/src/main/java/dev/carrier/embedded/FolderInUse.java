package dev.carrier.embedded;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Somebody else runs on this data folder. Two would destroy each other's data, so the later one is
 * refused.
 */
public final class FolderInUse extends EmbeddedException {
    private static final long serialVersionUID = 1L;

    FolderInUse(Path folder, String holder) {
        super(
                "The data folder " + folder + " is in use by " + holder + ".",
                "Stop that one first, or start with another folder (--data).");
    }

    /** Says who holds the folder: the process and its ports, as far as they are known. */
    static String holder(Optional<Long> pid, Optional<RunningServers> servers) {
        var who = pid.map(id -> "process " + id).orElse("another process");
        return servers.map(s -> who + " (Kafka " + s.kafka() + ", Redis " + s.redis() + ")")
                .orElse(who);
    }
}
