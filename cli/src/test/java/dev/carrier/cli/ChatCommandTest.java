package dev.carrier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ChatCommandTest {
    private static final String ADA = Path.of("..", "characters", "ada.json").toString();

    @TempDir Path folder;
    @TempDir Path operator;

    @Test
    void eachLineIsAnsweredInItsTurnAndTheEndOfInputEndsIt() throws Exception {
        Typed seen =
                chat("hello\n\nwhat do you grow?\n/quit\nnever sent\n", "--json", "--as", "Bo");

        List<? extends JsonNode> lines =
                seen.out().lines().map(line -> Json.mapper().readTree(line)).toList();
        assertThat(seen.code()).as(seen.err()).isZero();
        assertThat(lines.getFirst().path("note").asString())
                .startsWith("Ada: no language model is set up, so the offline voice answers");
        assertThat(lines.stream().filter(line -> line.has("from")))
                .hasSize(2)
                .allMatch(line -> line.path("from").asString().equals("Ada"))
                .allMatch(line -> !line.path("text").asString().isBlank());
        assertThat(lines).hasSize(3);
        assertThat(folder.resolve("chat.log")).exists();
        try (var left = Files.list(folder)) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).containsExactly("chat.log");
        }
    }

    @Test
    void whoIsNotThereIsASentenceThatNamesThoseWhoAre() throws Exception {
        Typed seen = Typed.carrier("chat", "eda", "--config", settings());

        assertThat(seen.code()).isEqualTo(2);
        assertThat(seen.err())
                .startsWith(
                        "carrier: there is no character 'eda': take one of ada, or give a file");
    }

    @Test
    void aModelThatIsNotSetUpIsASentence() throws Exception {
        Typed none = Typed.carrier("chat", ADA, "--model", "mian", "--config", settings());
        Typed unset = Typed.carrier("chat", ADA, "--model", "main", "--config", settings());

        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err())
                .startsWith("carrier: no model is named 'mian'; did you mean 'main'?");
        assertThat(unset.code()).isEqualTo(2);
        assertThat(unset.err()).contains("ANTHROPIC_API_KEY");
    }

    private Typed chat(String typed, String... options) throws Exception {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(typed.getBytes(UTF_8)));
        try {
            String[] args = new String[options.length + 6];
            System.arraycopy(
                    new String[] {"chat", ADA, "--data", folder.toString(), "--config", settings()},
                    0,
                    args,
                    0,
                    6);
            System.arraycopy(options, 0, args, 6, options.length);
            return Typed.carrier(args);
        } finally {
            System.setIn(before);
        }
    }

    /** The operator's own folder: a settings file without its keys, and one character. */
    private String settings() throws Exception {
        Path characters = Files.createDirectories(operator.resolve("characters"));
        Files.copy(
                Path.of(ADA), characters.resolve("ada.json"), StandardCopyOption.REPLACE_EXISTING);
        return Files.writeString(
                        operator.resolve("carrier.yaml"),
                        "models: { main: { provider: anthropic, model: some } }\n")
                .toString();
    }
}
