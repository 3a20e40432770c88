package dev.carrier.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folders with copies that are of use for some days only. Stateless. */
public final class OldFiles {
    /**
     * Longer than a post can wait: its topics forget what is older than a week, and it is given up
     * before.
     */
    public static final Duration OF_POSTS = Duration.ofDays(8);

    private static final Logger log = LoggerFactory.getLogger(OldFiles.class);

    private OldFiles() {}

    /**
     * Deletes the files right in a folder that nobody has written or {@link #used} since. What
     * cannot be deleted stays, and the log says so.
     *
     * @param folder need not be there
     * @return how many were deleted
     */
    public static int delete(Path folder, Instant before) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        int deleted = 0;
        try (var inside = Files.list(folder)) {
            for (Path file : inside.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)
                        && Files.deleteIfExists(file)) {
                    deleted++;
                }
            }
        } catch (IOException | UncheckedIOException problem) {
            log.atWarn()
                    .addKeyValue("folder", folder)
                    .addKeyValue("problem", problem)
                    .log("old copies could not be deleted");
        }
        return deleted;
    }

    /** A file is in use again: its days are counted from now on. */
    public static void used(Path file, Instant now) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(now));
    }
}
