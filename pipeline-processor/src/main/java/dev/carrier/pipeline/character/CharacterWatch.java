package dev.carrier.pipeline.character;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes up changed files of characters while everything runs.
 *
 * <p>It looks at times and sizes every second: notifications of the file system do not reach over
 * network and container mounts, and editors replace files in many ways. A change that cannot be
 * read leaves the old version in force and is reported once, until the file changes again.
 *
 * <p>The listener is called on this watch's own thread, one call at a time.
 */
public final class CharacterWatch implements AutoCloseable {
    /** How often it looks, unless told otherwise. */
    public static final Duration EVERY = Duration.ofSeconds(1);

    private final Duration every;
    private final Listener listener;
    private final Map<Path, Seen> seen = new HashMap<>();
    private @Nullable Thread thread;

    /** Hears of changes. Must not block for long. */
    public interface Listener {
        /** The file has a new version. */
        void changed(CharacterFile file);

        /** The file was changed and cannot be used; the version before it stays in force. */
        void unreadable(Path path, String sentence);
    }

    private record Stamp(long modified, long size) {}

    private record Seen(CharacterFile inForce, Map<Path, Stamp> stamps) {}

    /**
     * Watches files that were loaded before.
     *
     * @param every how often to look
     */
    public CharacterWatch(Collection<CharacterFile> files, Duration every, Listener listener) {
        this.every = every;
        this.listener = listener;
        files.forEach(file -> seen.put(file.path(), new Seen(file, stamps(file))));
    }

    /** Begins to look; once. */
    public synchronized void start() {
        thread = Thread.ofVirtual().name("character-watch").start(this::watch);
    }

    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Looks once, now. */
    public synchronized void look() {
        for (Seen before : List.copyOf(seen.values())) {
            Map<Path, Stamp> now = stamps(before.inForce());
            if (!now.equals(before.stamps())) {
                seen.put(before.inForce().path(), new Seen(load(before.inForce()), now));
            }
        }
    }

    private CharacterFile load(CharacterFile before) {
        try {
            CharacterFile now = CharacterFile.load(before.path());
            if (!now.version().hash().equals(before.version().hash())) {
                listener.changed(now);
            }
            return now;
        } catch (CharacterProblem problem) {
            listener.unreadable(
                    before.path(), problem.sentence() + " (the version before stays in force)");
            return before;
        }
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(every);
                look();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** The file's, its documents', and that of every folder that documents came from. */
    private static Map<Path, Stamp> stamps(CharacterFile file) {
        var stamps = new HashMap<Path, Stamp>();
        Stream.concat(
                        Stream.of(file.path()),
                        file.documents().stream()
                                .flatMap(one -> Stream.ofNullable(one.getParent()).map(up -> up))
                                .distinct()
                                .filter(folder -> !folder.equals(file.path().getParent())))
                .forEach(path -> stamps.put(path, stamp(path)));
        file.documents().forEach(path -> stamps.put(path, stamp(path)));
        return stamps;
    }

    private static Stamp stamp(Path path) {
        try {
            return new Stamp(Files.getLastModifiedTime(path).toMillis(), Files.size(path));
        } catch (IOException gone) {
            return new Stamp(-1, -1);
        }
    }
}
