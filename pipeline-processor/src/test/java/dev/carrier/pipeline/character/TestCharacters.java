package dev.carrier.pipeline.character;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;

/** The characters among the tests' files. */
public final class TestCharacters {
    private TestCharacters() {}

    /** By the name of the file, without its end. */
    public static CharacterFile load(String name) {
        return CharacterFile.load(path(name));
    }

    static Path path(String name) {
        URL url =
                Objects.requireNonNull(
                        TestCharacters.class.getResource("/characters/" + name + ".json"));
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
