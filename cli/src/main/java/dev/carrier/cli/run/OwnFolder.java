package dev.carrier.cli.run;

import dev.carrier.runtime.SetupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders whose content is of one run only. Stateless. */
public final class OwnFolder {
    private OwnFolder() {}

    /**
     * Makes a folder empty, or new, and leaves the mark in it by which the next run knows it.
     *
     * @param mark the name of a file that only such runs leave; without it nothing is deleted
     * @throws SetupProblem if somebody else's files are in it, or it cannot be emptied
     */
    public static void emptied(Path folder, String mark) {
        try {
            if (Files.isDirectory(folder)) {
                if (!Files.exists(folder.resolve(mark)) && !isEmpty(folder)) {
                    throw new SetupProblem(
                            folder
                                    + " holds something else than data of this command, which it would delete",
                            "give it an empty folder with --data");
                }
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            Files.createDirectories(folder);
            Files.createFile(folder.resolve(mark));
        } catch (IOException problem) {
            throw new SetupProblem(
                    "the data in " + folder + " cannot be emptied (" + problem + ")",
                    "give it a folder that belongs to you with --data");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }
}
