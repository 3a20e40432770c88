package dev.carrier.runtime.settings;

import dev.carrier.runtime.SetupProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where settings come from, so that they can be read again: the file, {@code .env} beside it, the
 * environment, and what was typed. Immutable. No record, as its variables are nobody's to print.
 */
public final class SettingsSource {
    private final Path file;
    private final Map<String, String> environment;
    private final Map<String, String> overrides;

    /**
     * @param file {@code carrier.yaml}, which need not exist
     * @param environment the process's variables
     * @param overrides path → value, above all else
     */
    public SettingsSource(
            Path file, Map<String, String> environment, Map<String, String> overrides) {
        this.file = file.toAbsolutePath().normalize();
        this.environment = Map.copyOf(environment);
        this.overrides = Map.copyOf(overrides);
    }

    /**
     * The settings as they stand there now.
     *
     * @throws SetupProblem when something in them is wrong, naming the line
     */
    public Loaded load() {
        return SettingsLoader.load(file, environment, overrides);
    }

    /** The settings file, absolute; it may not exist. */
    public Path file() {
        return file;
    }

    /** Every file that it reads; they may not exist. */
    public List<Path> files() {
        return List.of(file, file.resolveSibling(".env"));
    }
}
