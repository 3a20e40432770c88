package dev.carrier.pipeline.character;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The characters of a folder.
 *
 * @param loaded those that can be used, by file name
 * @param problems a sentence for each file that cannot
 */
public record CharacterFolder(List<CharacterFile> loaded, List<String> problems) {
    public CharacterFolder {
        loaded = List.copyOf(loaded);
        problems = List.copyOf(problems);
    }

    /**
     * Loads every {@code *.json} of a folder, not of those inside it.
     *
     * @throws CharacterProblem when the folder itself cannot be read
     */
    public static CharacterFolder load(Path folder) {
        var loaded = new ArrayList<CharacterFile>();
        var problems = new ArrayList<String>();
        for (Path file : files(folder)) {
            try {
                loaded.add(CharacterFile.load(file));
            } catch (CharacterProblem problem) {
                problems.add(problem.sentence());
            }
        }
        return new CharacterFolder(loaded, problems);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException problem) {
            throw new CharacterProblem("the folder " + folder + " cannot be read: is it there?");
        }
    }
}
