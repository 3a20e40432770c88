package dev.carrier.pipeline.character;

import dev.carrier.pipeline.character.Finding.Severity;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong or odd in a character's file, each with its line and the remedy. Stateless. */
public final class Lint {
    private Lint() {}

    /**
     * Looks through a file; never throws for what is in it.
     *
     * @return what was found, in the order of the file; empty for a flawless one
     */
    public static List<Finding> of(Path file) {
        try {
            return of(file, CharacterFile.text(file));
        } catch (CharacterProblem problem) {
            return List.of(
                    new Finding(Severity.ERROR, 1, 1, "", problem.sentence(), "check the path"));
        }
    }

    private static List<Finding> of(Path file, String text) {
        Located located = Located.read(text);
        var findings = new Findings(located);
        located.twice()
                .forEach((path, at) ->
                        findings.add(
                                Severity.WARNING,
                                at,
                                path,
                                "the key "
                                        + path.substring(path.lastIndexOf('/') + 1)
                                        + " is here twice, only this last one counts",
                                "merge them into one"));
        located.broken()
                .ifPresent(broken ->
                        findings.add(
                                Severity.ERROR,
                                broken.at(),
                                "",
                                "broken at column " + broken.at().column() + ", " + broken.reason(),
                                "look for a missing comma, quote or bracket here or just before"));
        located.tree().ifPresent(tree -> look(file, tree, findings));
        return findings.inOrder();
    }

    private static void look(Path file, ObjectNode tree, Findings findings) {
        LintShapes.look(tree, findings);
        LintKeys.look(tree, findings);
        LintExamples.look(tree, findings);
        for (Secrets.Found found : Secrets.in(tree)) {
            findings.error(
                    found.path(),
                    found.path() + " holds " + found.what(),
                    "put the value into .env, write ${NAME} here, and replace the value where it"
                            + " came from: it has been seen");
        }
        try {
            Documents.resolve(file, tree);
        } catch (CharacterProblem problem) {
            findings.error("/knowledge", problem.sentence(), "correct or remove the entry");
        }
        LintLengths.look(tree, findings);
    }
}
