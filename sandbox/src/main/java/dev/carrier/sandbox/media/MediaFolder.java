package dev.carrier.sandbox.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The folder behind a media host.
 *
 * @param path where it is
 * @param ours whether it ends with the host
 */
record MediaFolder(Path path, boolean ours) implements AutoCloseable {
    /** {@code wanted}, or a new one. */
    static MediaFolder open(Optional<Path> wanted) throws IOException {
        return wanted.isPresent()
                ? new MediaFolder(
                        Files.createDirectories(wanted.get()).toRealPath(), /* ours= */ false)
                : new MediaFolder(
                        Files.createTempDirectory("carrier-media").toRealPath(), /* ours= */ true);
    }

    /** The file called {@code name} within it; hidden ones are not shown to the web. */
    Optional<Path> visible(String name) {
        try {
            var file = path.resolve(name).normalize();
            var hidden = file.getFileName().toString().startsWith(".");
            return file.startsWith(path) && !hidden && Files.isRegularFile(file)
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** All that is in it, also what is hidden, sorted. */
    List<Path> files() throws IOException {
        try (var found = Files.walk(path)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Override
    public void close() throws IOException {
        if (ours) {
            try (var all = Files.walk(path)) {
                for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(one);
                }
            }
        }
    }
}
