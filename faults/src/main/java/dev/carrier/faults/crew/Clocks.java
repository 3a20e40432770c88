package dev.carrier.faults.crew;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The clocks of worker processes, one for each kind, each as wrong as is wanted. Debian's {@code
 * libfaketime} stands between a process and the time of day; what measures durations goes on
 * evenly, as it does when a real clock is stepped. Not thread-safe.
 */
public final class Clocks {
    private static final String LIBRARY = "libfaketimeMT.so.1";

    /**
     * Where {@code .ci/run} puts it, seen from the project and from one of its modules; and Debian.
     */
    private static final List<Path> FOLDERS =
            List.of(
                    Path.of("target", "faketime").toAbsolutePath(),
                    Path.of("..", "target", "faketime").toAbsolutePath(),
                    Path.of("/usr/lib"));

    /** A process looks into its file as often as this. */
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    private final Path library;
    private final Path folder;

    private Clocks(Path library, Path folder) {
        this.library = library;
        this.folder = folder;
    }

    /**
     * Clocks that are right so far; empty where the library is not installed.
     *
     * @param folder for what they show
     */
    public static Optional<Clocks> in(Path folder) {
        return FOLDERS.stream()
                .flatMap(Clocks::libraries)
                .findFirst()
                .map(library -> {
                    var clocks = new Clocks(library, folder);
                    Stream.of(Job.values()).forEach(job -> clocks.write(job, Duration.ZERO));
                    return clocks;
                });
    }

    /**
     * All workers of a kind, now and when they come back, are wrong by so much; they notice soon.
     */
    public void step(Job job, Duration by) {
        write(job, by);
        Until.pause(LOOKS_EVERY.plusMillis(500));
    }

    /** What the processes of a kind are started with. */
    Map<String, String> variables(Job job) {
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "FAKETIME_TIMESTAMP_FILE", file(job).toString(),
                "FAKETIME_CACHE_DURATION", Long.toString(LOOKS_EVERY.toSeconds()),
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                // Its mending of timed waits has every wait of a JVM end at once.
                "FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }

    private Path file(Job job) {
        return folder.resolve("clock-" + job.worker());
    }

    private void write(Job job, Duration by) {
        try {
            Files.createDirectories(folder);
            var next = folder.resolve("clock-next");
            Files.writeString(next, "%+d%n".formatted(by.toSeconds()));
            // In one piece: who reads an empty file takes it for no clock at all.
            Files.move(next, file(job), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> libraries(Path under) {
        if (!Files.isDirectory(under)) {
            return Stream.empty();
        }
        // Debian's folders: /usr/lib/x86_64-linux-gnu/faketime, and the same below where it is
        // unpacked.
        try (var all =
                Files.find(under, 7, (path, _) -> path.endsWith(Path.of("faketime", LIBRARY)))) {
            return all.toList().stream();
        } catch (IOException | UncheckedIOException _) {
            return Stream.empty();
        }
    }
}
