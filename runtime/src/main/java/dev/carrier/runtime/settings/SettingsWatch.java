package dev.carrier.runtime.settings;

import dev.carrier.runtime.SetupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up a changed settings file while everything runs, as far as that can be done.
 *
 * <p>It looks at times and sizes every second: notifications of the file system do not reach over
 * network and container mounts. A change is read when two looks have found the same: the first half
 * of a file is whole YAML, and would be other rules. What cannot be used leaves the rules before in
 * force, and is said once, until the file changes again. Thread-safe.
 */
public final class SettingsWatch implements AutoCloseable {
    /** How often it looks, unless told otherwise. */
    public static final Duration EVERY = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(SettingsWatch.class);

    private final Optional<SettingsSource> source;
    private final Duration every;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final boolean began;
    private Settings running;
    private Map<Path, Stamp> seen;
    private Map<Path, Stamp> unsettled;
    private List<String> told = List.of();
    private boolean broken;
    private volatile @Nullable Thread thread;

    /** Hears of changes on the watch's thread, one at a time, in the order of their coming. */
    public interface Listener {
        /**
         * The settings have changed. Returns when what can be taken up is in force; an exception
         * leaves what was before in force, and it is tried again.
         */
        void changed(SettingsChange change);

        /**
         * The file was changed and cannot be used; what was before stays in force.
         *
         * @param sentence what is wrong and the way out
         */
        default void unusable(String sentence) {}
    }

    private record Stamp(long modified, long size) {
        static final Stamp GONE = new Stamp(-1, -1);
    }

    /**
     * Watches what was just loaded.
     *
     * @param running what it gave
     * @param every how often to look
     */
    public SettingsWatch(SettingsSource source, Settings running, Duration every) {
        this(Optional.of(source), running, every);
    }

    private SettingsWatch(Optional<SettingsSource> source, Settings running, Duration every) {
        this.source = source;
        this.running = running;
        this.every = every;
        this.seen = stamps();
        this.unsettled = seen;
        this.began = source.filter(from -> Files.exists(from.file())).isPresent();
    }

    /** Of settings that nobody can change while they are used. */
    public static SettingsWatch none(Settings running) {
        return new SettingsWatch(Optional.empty(), running, EVERY);
    }

    /** Tells somebody of each change from now on. */
    public void onChange(Listener listener) {
        listeners.add(listener);
    }

    /** Begins to look; once. */
    public synchronized void start() {
        if (source.isPresent()) {
            thread = Thread.ofVirtual().name("settings-watch").start(this::watch);
        }
    }

    @Override
    public void close() {
        // Not synchronized: a look that waits for Kafka must not hold up the end.
        Thread looking = thread;
        if (looking != null) {
            looking.interrupt();
        }
    }

    /** Looks once, now. */
    public synchronized void look() {
        Map<Path, Stamp> now = stamps();
        if (now.equals(seen)) {
            unsettled = now;
        } else if (!now.equals(unsettled)) {
            unsettled = now;
        } else {
            source.ifPresent(from -> take(from, now));
        }
    }

    private void take(SettingsSource from, Map<Path, Stamp> now) {
        try {
            if (began && !Files.exists(from.file())) {
                throw new SetupProblem(from.file() + " is gone", "put it back, or start again");
            }
            Settings written = from.load().settings();
            if (!stamps().equals(now)) {
                return;
            }
            changed(SettingsChange.of(running, written));
            seen = now;
        } catch (SetupProblem problem) {
            seen = now;
            broken = true;
            log.atWarn()
                    .addKeyValue("why", problem.getMessage())
                    .log("the changed settings cannot be used, those before stay in force");
            listeners.forEach(listener -> listener.unusable(problem.getMessage()));
        } catch (RuntimeException problem) {
            log.atWarn()
                    .addKeyValue("problem", problem.toString())
                    .log("the changed settings could not be taken up, trying again");
        }
    }

    private void changed(SettingsChange change) {
        // Whoever mended a broken file wants to know that it is read again.
        boolean news = broken || !change.restart().equals(told);
        if (change.rules() || news) {
            listeners.forEach(listener -> listener.changed(change));
        }
        running = change.settings();
        told = change.restart();
        broken = false;
        if (news) {
            change.restartSentence().ifPresent(sentence -> log.atWarn().log(sentence));
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

    private Map<Path, Stamp> stamps() {
        var stamps = new HashMap<Path, Stamp>();
        source.ifPresent(from -> from.files().forEach(file -> stamps.put(file, stamp(file))));
        return stamps;
    }

    private static Stamp stamp(Path path) {
        try {
            return new Stamp(Files.getLastModifiedTime(path).toMillis(), Files.size(path));
        } catch (IOException gone) {
            return Stamp.GONE;
        }
    }
}
