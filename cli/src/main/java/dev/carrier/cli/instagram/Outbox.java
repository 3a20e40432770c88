package dev.carrier.cli.instagram;

import dev.carrier.contracts.Ids;
import dev.carrier.contracts.PostItem;
import dev.carrier.runtime.OldFiles;
import dev.carrier.runtime.SetupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The folder out of which files are posted. A file lies there under the SHA-256 of its content and
 * its ending, so that what was ordered is what is posted, whatever becomes of the original. What
 * nobody has ordered for longer than a post can wait is deleted.
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
        Instant now = Instant.now();
        OldFiles.delete(folder, now.minus(OldFiles.OF_POSTS));
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, ".copying", "");
            try {
                String name = copied(file, part) + "." + PostPlan.ending(file);
                Path there = folder.resolve(name);
                if (Files.exists(there)) {
                    OldFiles.used(there, now);
                } else {
                    Files.move(part, there, StandardCopyOption.ATOMIC_MOVE);
                }
                return new PostItem(name, PostPlan.name(file), alt);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException problem) {
            throw new SetupProblem(
                    file + " cannot be copied to " + folder + " (" + problem + ")",
                    "make room there, or set media.outbox to a folder that belongs to you");
        }
    }

    /** The SHA-256 of what was copied; a video need not fit into memory. */
    private static String copied(Path file, Path to) throws IOException {
        MessageDigest digest = Ids.digest();
        try (var from = new DigestInputStream(Files.newInputStream(file), digest)) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
        return HexFormat.of().formatHex(digest.digest());
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
