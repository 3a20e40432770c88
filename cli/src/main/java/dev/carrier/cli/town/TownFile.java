package dev.carrier.cli.town;

import dev.carrier.contracts.Json;
import dev.carrier.contracts.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a Carrier has to be told to live in a town, in a file beside the data of the Carrier that
 * does: by it another command finds the same town. Its tokens open nothing but this sandbox.
 *
 * @param settings path of a setting to its value
 * @param environment names to values
 */
public record TownFile(Map<String, String> settings, Map<String, String> environment) {
    private static final String NAME = "town.json";

    public TownFile {
        settings = Map.copyOf(settings);
        environment = Map.copyOf(environment);
    }

    /** Leaves it in a folder that exists. */
    public void write(Path data) {
        try {
            Files.write(data.resolve(NAME), Json.canonical(this));
        } catch (IOException problem) {
            throw new UncheckedIOException("the data folder cannot be written", problem);
        }
    }

    /** The one in a folder; empty when there is none that can be read. */
    public static Optional<TownFile> read(Path data) {
        try {
            return Optional.of(
                    Json.plain(TownFile.class, Json.parse(Files.readAllBytes(data.resolve(NAME)))));
        } catch (IOException | Unreadable none) {
            return Optional.empty();
        }
    }
}
