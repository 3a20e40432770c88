package dev.carrier.cli.town;

import dev.carrier.pipeline.character.CharacterFile;
import dev.carrier.pipeline.character.CharacterFolder;
import dev.carrier.pipeline.character.CharacterProblem;
import dev.carrier.runtime.SetupProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the characters are: beside the settings file, otherwise those that ship with Carrier. */
public final class Characters {
    private static final String FOLDER = "characters";

    private Characters() {}

    /**
     * All that can be used.
     *
     * @param settingsFolder where the settings file is or would be
     * @throws SetupProblem when there is none
     */
    public static List<CharacterFile> all(Path settingsFolder) {
        CharacterFolder found = load(settingsFolder);
        if (found.loaded().isEmpty()) {
            throw new SetupProblem(
                    "there is no usable character in " + folder(settingsFolder),
                    found.problems().stream()
                            .findFirst()
                            .orElse("put a character's .json file there"));
        }
        return found.loaded();
    }

    /**
     * A sentence for each file that cannot be used.
     *
     * @param settingsFolder as with {@link #all}
     */
    public static List<String> problems(Path settingsFolder) {
        return load(settingsFolder).problems();
    }

    private static CharacterFolder load(Path settingsFolder) {
        try {
            return CharacterFolder.load(folder(settingsFolder));
        } catch (CharacterProblem problem) {
            throw new SetupProblem(problem.sentence());
        }
    }

    /**
     * One, by its file or by its name.
     *
     * @throws SetupProblem when there is none, naming those that are there
     */
    public static CharacterFile one(Path settingsFolder, String wanted) {
        Path file = Path.of(wanted);
        try {
            if (Files.isRegularFile(file)) {
                return CharacterFile.load(file);
            }
        } catch (CharacterProblem problem) {
            throw new SetupProblem(problem.sentence());
        }
        List<CharacterFile> all = all(settingsFolder);
        String name = wanted.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(character ->
                        Town.account(character.path()).equals(name)
                                || character
                                        .character()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new SetupProblem(
                                "there is no character '" + wanted + "'",
                                "take one of "
                                        + String.join(
                                                ", ",
                                                all.stream()
                                                        .map(it -> Town.account(it.path()))
                                                        .toList())
                                        + ", or give a file"));
    }

    private static Path folder(Path settingsFolder) {
        Path beside = settingsFolder.resolve(FOLDER);
        if (Files.isDirectory(beside)) {
            return beside;
        }
        return Optional.ofNullable(System.getProperty("carrier.home"))
                .map(home -> Path.of(home).resolve(FOLDER))
                .filter(Files::isDirectory)
                .orElse(beside);
    }
}
