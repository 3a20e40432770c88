package dev.carrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CharacterCommandTest {
    private static final String ADA = Path.of("..", "characters", "ada.json").toString();

    @TempDir Path folder;

    @Test
    void everyCharacterThatShipsCanBeUsed() {
        Typed seen = Typed.carrier("character", "lint", Path.of("..", "characters").toString());

        assertThat(seen.code()).as(seen.out()).isZero();
        assertThat(seen.out()).contains(ADA);
    }

    @Test
    void whatIsBrokenIsNamedWithItsLineAndARemedyAndOne() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("bea.json"), "{\n  \"name\": \"Bea\",\n  \"bio\": [\n}\n");

        Typed seen = Typed.carrier("character", "lint", file.toString());
        Typed json = Typed.carrier("character", "lint", "--json", file.toString());

        assertThat(seen.code()).isEqualTo(1);
        assertThat(seen.out()).startsWith(file + ":4:1 error ").contains(" → ");
        assertThat(json.code()).isEqualTo(1);
        assertThat(Json.mapper().readTree(json.out()).get(0).path("line").asInt()).isEqualTo(4);
    }

    @Test
    void whatIsOnlyOddIsAWarningAndZero() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("bea.json"),
                        "{\"name\": \"Bea\", \"bio\": [\"Bea bakes.\"], \"toipcs\": [\"bread\"]}");

        Typed seen = Typed.carrier("character", "lint", file.toString());

        assertThat(seen.code()).isZero();
        assertThat(seen.out()).contains(file + ":1:").contains("toipcs");
    }

    @Test
    void aFileThatIsNotThereIsASentenceAndTwo() {
        Typed seen = Typed.carrier("character", "lint", "nobody.json");

        assertThat(seen.code()).isEqualTo(2);
        assertThat(seen.err()).isEqualTo("carrier: there is no file nobody.json: check the path\n");
    }

    @Test
    void showNamesTheVersionAndWhatEachPartCosts() {
        Typed seen = Typed.carrier("character", "show", ADA);
        var json = Json.mapper().readTree(Typed.carrier("character", "show", "--json", ADA).out());

        assertThat(seen.code()).as(seen.err()).isZero();
        assertThat(seen.out().lines())
                .anyMatch(line -> line.matches("Ada  [0-9a-f]{16}  .*ada.json"))
                .anyMatch(line -> line.matches("  examples +\\d+ +\\d+ tokens"))
                .anyMatch(
                        line -> line.matches("  all +\\d+ tokens of 8000 that a prompt may have"));
        assertThat(seen.out()).contains(json.path("version").asString());
        assertThat(json.path("tokens").asInt()).isGreaterThan(500);
    }
}
