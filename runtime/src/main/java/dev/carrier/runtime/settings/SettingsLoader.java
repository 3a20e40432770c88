package dev.carrier.runtime.settings;

import dev.carrier.runtime.SetupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads the settings file. */
public final class SettingsLoader {
    private SettingsLoader() {}

    /**
     * The settings of a file, which need not exist: then every key has its default.
     *
     * @param file {@code carrier.yaml}; {@code .env} is looked for beside it
     * @param environment the process's variables
     * @param overrides path → value, above all else: {@code data}, {@code http.ui}
     * @throws SetupProblem when something in it is wrong, naming the line
     */
    public static Loaded load(
            Path file, Map<String, String> environment, Map<String, String> overrides) {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.resolveSibling("").normalize();
        Path dotEnv = folder.resolve(".env");
        String name = absolute.getFileName() == null ? "" : absolute.getFileName().toString();
        boolean there = Files.exists(absolute);
        Loaded loaded =
                load(
                        name,
                        there ? text(absolute) : "",
                        folder,
                        new References(environment, DotEnvFile.read(dotEnv)),
                        overrides);
        return new Loaded(
                loaded.settings(),
                loaded.values(),
                Optional.of(absolute).filter(_ -> there),
                Optional.of(dotEnv).filter(Files::isRegularFile),
                folder);
    }

    /** The settings of a text, as if it were a {@code carrier.yaml} in the current folder. */
    public static Loaded parse(
            String text, Map<String, String> environment, Map<String, String> overrides) {
        return load(
                "carrier.yaml",
                text,
                Path.of("").toAbsolutePath(),
                new References(environment, Map.of()),
                overrides);
    }

    private static Loaded load(
            String name,
            String text,
            Path folder,
            References references,
            Map<String, String> overrides) {
        Node.Keys written = YamlTree.read(name, text, line -> new Origin.Line(name, line));
        Secrecy.check(written, "");
        Node.Keys file = references.replace(written);
        for (Map.Entry<String, String> override : overrides.entrySet()) {
            file = Layers.put(file, override.getKey(), override.getValue());
        }
        Optional<Path> home = Optional.ofNullable(System.getProperty("carrier.home")).map(Path::of);
        Node.Keys whole = new Layers(references).over(file);
        Binder binder = new Binder(new Scalars(folder, home));
        Settings settings = binder.settings(whole);
        Checks.check(settings, whole);
        return new Loaded(settings, binder.values(), Optional.empty(), Optional.empty(), folder);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new SetupProblem(file + " cannot be read as UTF-8 text", problem);
        }
    }
}
