package dev.carrier.pipeline.character;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carrier.contracts.Json;
import dev.carrier.contracts.SettingsVersion;
import dev.carrier.contracts.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterFileTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"v0", "v1", "v2"})
    void everyGenerationOfFilesGivesTheSameCharacter(String generation) {
        Character ada = TestCharacters.load(generation).character();

        assertThat(ada.name()).isEqualTo("Ada");
        assertThat(ada.username()).contains("ada_l");
        assertThat(ada.bio()).containsExactly("Ada keeps the lighthouse.");
        assertThat(ada.knowledge()).startsWith("The lamp turns every nine seconds.");
        assertThat(ada.examples()).hasSize(1);
        List<Character.Speech> lines = ada.examples().getFirst().lines();
        assertThat(lines.getFirst())
                .isEqualTo(new Character.Speech("Someone", "Is it lonely, Ada?"));
        assertThat(lines.getLast().text()).isEqualTo("Only when the gulls sleep.");
        assertThat(ada.is(lines.getLast().speaker())).isTrue();
        assertThat(ada.postExamples()).containsExactly("Fog again.");
        assertThat(ada.style())
                .isEqualTo(
                        new Character.Style(
                                List.of("short sentences"),
                                List.of("asks back"),
                                List.of("no tags")));
    }

    @Test
    void loreOfOldFilesIsKept() {
        assertThat(TestCharacters.load("v0").character().lore())
                .containsExactly("She once repaired the lamp in a storm.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void theTextOfDocumentsIsPartOfTheVersion(String generation) {
        CharacterFile file = TestCharacters.load(generation);

        assertThat(file.character().knowledge())
                .contains("High water follows the moon by an hour.");
        assertThat(file.documents()).hasSize(1);
        assertThat(CharacterReader.read(travelled(file).file())).isEqualTo(file.character());
    }

    @Test
    void aChangedDocumentIsANewVersion() throws IOException {
        Path document = Files.writeString(folder.resolve("a.md"), "one");
        Path path = write("{\"name\":\"Bo\",\"knowledge\":[{\"path\":\"a.md\"}]}");
        var before = CharacterFile.load(path).version().hash();

        Files.writeString(document, "two");

        assertThat(CharacterFile.load(path).version().hash()).isNotEqualTo(before);
    }

    @Test
    void unknownKeysTravelWhole() {
        CharacterFile file = TestCharacters.load("v2");

        assertThat(travelled(file).file().at("/x_harbour/berth").toString())
                .isEqualTo("[1,2.5,{\"deep\":null}]");
    }

    @Test
    void theOrderOfKeysAndTheSpacesAreNoNewVersion() throws IOException {
        var one = CharacterFile.load(write("{\"name\":\"Bo\",\"bio\":\"x\"}")).version().hash();
        var two =
                CharacterFile.load(write("{ \"bio\" : \"x\",\n \"name\":\"Bo\"}")).version().hash();

        assertThat(two).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"Bo\",\n\"settings\":{\"secrets\":{\"KEY\":\"hunter2hunter2\"}}}",
                "{\"name\":\"Bo\",\n\"secrets\":{\"KEY\":\"hunter2hunter2\"}}",
                "{\"name\":\"Bo\",\n\"x\":{\"y\":[\"sk-hunter2hunter2hunter2hunter2\"]}}",
                "{\"name\":\"Bo\",\n\"bio\":\"my token is MTIzNDU2Nzg5MDEyMzQ1Njc4.Ghunte.hunter2hunter2hunter2hunter2\"}"
            })
    void aSecretInTheOpenIsRefusedAtItsLineAndNotRepeated(String content) throws IOException {
        Path path = write(content);

        assertThatThrownBy(() -> CharacterFile.load(path))
                .isInstanceOf(CharacterProblem.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining(".env")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${KEY}", "env:KEY", "process.env.KEY", ""})
    void aReferenceToASecretIsFine(String reference) throws IOException {
        Path path =
                write(
                        "{\"name\":\"Bo\",\"settings\":{\"secrets\":{\"KEY\":\""
                                + reference
                                + "\"}}}");

        assertThat(CharacterFile.load(path).character().name()).isEqualTo("Bo");
    }

    @Test
    void aBrokenFileIsRefusedWithItsLine() throws IOException {
        Path path = write("{\n  \"name\": \"Bo\",\n  \"bio\": [\"a\" \"b\"]\n}");

        assertThatThrownBy(() -> CharacterFile.load(path))
                .isInstanceOf(CharacterProblem.class)
                .hasMessageContaining("broken at line 3");
    }

    @Test
    void aDocumentOutsideTheFolderIsRefused() throws IOException {
        Path path = write("{\"name\":\"Bo\",\"knowledge\":[{\"path\":\"../../../etc/hostname\"}]}");

        assertThatThrownBy(() -> CharacterFile.load(path))
                .isInstanceOf(CharacterProblem.class)
                .hasMessageContaining("outside the folder");
    }

    @Test
    void documentsThatFitNoRecordAreRefused() throws IOException {
        Files.writeString(folder.resolve("long.txt"), "x".repeat(Documents.AT_MOST_BYTES + 1));
        Path path = write("{\"name\":\"Bo\",\"documents\":[{\"path\":\"long.txt\"}]}");

        assertThatThrownBy(() -> CharacterFile.load(path))
                .isInstanceOf(CharacterProblem.class)
                .hasMessageContaining("256 KB");
    }

    @Test
    void oneUnreadableFileDoesNotKeepItsNeighboursAway() throws IOException {
        write("{");
        Files.writeString(folder.resolve("cy.json"), "{\"name\":\"Cy\"}");

        CharacterFolder found = CharacterFolder.load(folder);

        assertThat(found.loaded())
                .extracting(file -> file.character().name())
                .containsExactly("Cy");
        assertThat(found.problems()).singleElement().asString().contains("bo.json");
    }

    @Test
    void aCharacterOfNothingButANameIsOne() throws IOException {
        Character bo = CharacterFile.load(write("{\"name\":\" Bo \"}")).character();

        assertThat(bo.name()).isEqualTo("Bo");
        assertThat(bo.system()).isEqualTo(Optional.empty());
        assertThat(bo.examples()).isEmpty();
    }

    private static SettingsVersion.CharacterVersion travelled(CharacterFile file) {
        return (SettingsVersion.CharacterVersion)
                Json.read(Topics.SETTINGS, Json.write(file.version()));
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("bo.json"), content);
    }
}
