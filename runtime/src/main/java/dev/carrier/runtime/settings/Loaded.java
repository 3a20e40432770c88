package dev.carrier.runtime.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Settings and where each of them came from.
 *
 * @param values every key in the order in which {@code ./carrier settings} prints them
 * @param file the settings file, when there is one
 * @param dotEnv the {@code .env} beside it, when there is one
 * @param folder where the settings file is or would be; relative paths start here
 */
public record Loaded(
        Settings settings,
        List<Value> values,
        Optional<Path> file,
        Optional<Path> dotEnv,
        Path folder) {
    public Loaded {
        values = List.copyOf(values);
    }

    /** Where the value at a path such as {@code http.ui} came from. */
    public Optional<Origin> origin(String path) {
        return values.stream()
                .filter(value -> value.path().equals(path))
                .map(Value::origin)
                .findFirst();
    }
}
