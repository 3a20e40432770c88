package dev.carrier.cli.instagram;

import dev.carrier.contracts.Ids;
import dev.carrier.contracts.PostItem;
import dev.carrier.runtime.SetupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The folder out of which files are posted. A file lies there under the SHA-256 of its content and
 * its ending, so that what was ordered is what is posted, whatever becomes of the original.
 */
final class Outbox {
    private final Path folder;

    Outbox(Path folder) {
        this.folder = folder;
    }

    /**
     * Copies a file there, unless it is there already.
     *
     * @throws SetupProblem when there is no such file, or it cannot be read or copied
     */
    PostItem put(Path file, Optional<String> alt) {
        requireReadable(file);
        try {
            // Posts are at most some 300 MB, and are read whole once more to be checked anyway.
            byte[] content = Files.readAllBytes(file);
            String name = Ids.sha256(content) + "." + PostPlan.ending(file);
            Path there = folder.resolve(name);
            if (!Files.exists(there)) {
                Files.createDirectories(folder);
                Path part = Files.createTempFile(folder, ".copying", "");
                Files.write(part, content);
                Files.move(part, there, StandardCopyOption.ATOMIC_MOVE);
            }
            return new PostItem(name, PostPlan.name(file), alt);
        } catch (IOException problem) {
            throw new SetupProblem(
                    file + " cannot be copied to " + folder + " (" + problem + ")",
                    "make room there, or set media.outbox to a folder that belongs to you");
        }
    }

    /**
     * Makes sure that it is a file before anything starts.
     *
     * @throws SetupProblem when it is none
     */
    static void requireReadable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new SetupProblem(
                    "there is no file " + file + " that can be read", "check the path");
        }
    }
}
