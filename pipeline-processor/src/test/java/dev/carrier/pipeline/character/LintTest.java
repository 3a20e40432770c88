package dev.carrier.pipeline.character;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.pipeline.character.Finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintTest {
    @TempDir Path folder;

    @Test
    void aFileOfTheNewestKindHasNothingToBeWarnedOf() {
        assertThat(Lint.of(TestCharacters.path("v2")))
                .extracting(Finding::severity, Finding::line, Finding::path)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Severity.NOTE, 18, "/advanced_planning"));
    }

    @Test
    void whatOldFilesSetElsewhereIsNotedWithItsNewPlace() {
        assertThat(Lint.of(TestCharacters.path("v0")))
                .allMatch(finding -> finding.severity() == Severity.NOTE)
                .extracting(Finding::toString)
                .contains(
                        "line 4: \"modelProvider\" is kept and not used: choose a model in"
                                + " carrier.yaml: accounts.….model")
                .anyMatch(said -> said.startsWith("line 5: \"clients\""));
    }

    @Test
    void everyFindingNamesItsLineAndARemedy() throws IOException {
        List<Finding> found =
                lint(
                        """
                        {
                          "bio": 7,
                          "nmae": "Bo",
                          "topics": ["a", 3],
                          "topics": ["b", 4],
                          "messageExamples": [
                            [{"user": "Someone", "content": {"text": "hi"}}],
                            [{"user": "Someone", "content": {}},
                             {"content": {"text": "who?"}}]
                          ],
                          "secrets": {"KEY": "hunter2"},
                          "knowledge": [{"path": "nowhere.md"}]
                        }
                        """);

        assertThat(found).allSatisfy(one -> assertThat(one.remedy()).isNotBlank());
        assertThat(found)
                .extracting(Finding::line, Finding::severity, Finding::path)
                .contains(
                        at(1, Severity.ERROR, "/name"),
                        at(2, Severity.ERROR, "/bio"),
                        at(3, Severity.NOTE, "/nmae"),
                        at(5, Severity.WARNING, "/topics"),
                        at(5, Severity.ERROR, "/topics/1"),
                        at(8, Severity.WARNING, "/messageExamples/1/0"),
                        at(9, Severity.WARNING, "/messageExamples/1/1"),
                        at(11, Severity.ERROR, "/secrets/KEY"),
                        at(12, Severity.ERROR, "/knowledge"));
        assertThat(found.toString()).doesNotContain("hunter2").contains("did you mean \"name\"?");
    }

    @Test
    void aDialogueInWhichTheCharacterDoesNotAnswerShowsNothing() throws IOException {
        List<Finding> found =
                lint(
                        """
                        {
                          "name": "Bo", "bio": "x",
                          "messageExamples": [
                            [{"user": "Someone", "content": {"text": "hi"}}],
                            [{"user": "Bo", "content": {"text": "hi"}}],
                            [{"user": "Someone", "content": {"text": "hi"}},
                             {"user": "bo", "content": {"text": "ho"}},
                             {"user": "Someone", "content": {"text": "hum"}}]
                          ]
                        }
                        """);

        assertThat(found)
                .extracting(Finding::line, Finding::severity, Finding::path)
                .containsExactly(
                        at(4, Severity.WARNING, "/messageExamples/0"),
                        at(5, Severity.WARNING, "/messageExamples/1"),
                        at(6, Severity.WARNING, "/messageExamples/2"));
    }

    @Test
    void ourOwnCharactersHaveNothingToBeWarnedOf() throws IOException {
        try (var files = Files.list(Path.of("..", "characters"))) {
            List<Path> ours = files.filter(file -> file.toString().endsWith(".json")).toList();

            assertThat(ours).hasSizeGreaterThanOrEqualTo(4);
            assertThat(ours)
                    .allSatisfy(file ->
                            assertThat(Lint.of(file))
                                    .allMatch(one -> one.severity() == Severity.NOTE));
        }
    }

    @Test
    void brokenJsonIsShownWhereItBreaks() throws IOException {
        assertThat(lint("{\n  \"name\": \"Bo\"\n  \"bio\": \"x\"\n}"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.line()).isEqualTo(3);
                    assertThat(finding.remedy()).contains("comma");
                });
    }

    @Test
    void aListIsNoCharacterAndAnEmptyFileNeither() throws IOException {
        assertThat(lint("[]")).extracting(Finding::severity).containsExactly(Severity.ERROR);
        assertThat(lint("")).extracting(Finding::severity).containsExactly(Severity.ERROR);
        assertThat(Lint.of(folder.resolve("none.json"))).hasSize(1);
    }

    @Test
    void whatCostsMuchIsSaidWithItsPrice() throws IOException {
        String bio = "word ".repeat(2000);

        assertThat(lint("{\"name\":\"Bo\",\n\"bio\":\"" + bio + "\"}"))
                .filteredOn(finding -> finding.path().equals("/bio"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.line()).isEqualTo(2);
                    assertThat(finding.what()).contains("about 2500 tokens");
                });
    }

    private List<Finding> lint(String content) throws IOException {
        return Lint.of(Files.writeString(folder.resolve("bo.json"), content));
    }

    private static org.assertj.core.groups.Tuple at(int line, Severity severity, String path) {
        return org.assertj.core.groups.Tuple.tuple(line, severity, path);
    }
}
