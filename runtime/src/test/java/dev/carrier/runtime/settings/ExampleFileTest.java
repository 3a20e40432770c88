package dev.carrier.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code carrier.yaml.example} says the truth. */
class ExampleFileTest {
    private static final Path EXAMPLE = Path.of("../carrier.yaml.example");

    /** A line that is an example: a {@code #} and no space after it. */
    private static final Pattern COMMENTED_OUT = Pattern.compile("(?m)^( *)#(\\S)");

    @Test
    void asItStandsItSaysTheDefaults() throws IOException {
        Settings settings = SettingsLoader.parse(text(), Map.of(), Map.of()).settings();

        assertThat(settings).isEqualTo(Settings.defaults());
    }

    @Test
    void everyKeyThatThereIsStandsInIt() throws IOException {
        var defaults = SettingsLoader.parse("", Map.of(), Map.of()).values();

        assertThat(defaults)
                .isNotEmpty()
                .allSatisfy(value -> assertThat(written(value.path())).as(value.path()).isTrue());
    }

    @Test
    void itsExamplesCanBeUsed() throws IOException {
        Map<String, String> variables = Map.of("DISCORD_TOKEN_ADA", "t", "KAFKA_PASSWORD", "p");

        Settings settings = SettingsLoader.parse(whole(), variables, Map.of()).settings();

        assertThat(settings.account(new AccountId("ada")).token().isSet()).isTrue();
        assertThat(settings.models()).containsOnlyKeys("main", "small", "spare");
        assertThat(settings.models().get("main").fallback()).containsExactly("spare");
        assertThat(settings.policy().rules()).hasSize(7);
        assertThat(settings.limits().owners()).hasSize(1);
        assertThat(settings.kafka().properties()).containsKey("sasl.jaas.config");
    }

    /** Whether the last key of a path stands in the file, under the keys above it. */
    private static boolean written(String path) throws IOException {
        Node node = YamlTree.read("example", whole(), line -> new Origin.Line("example", line));
        for (String key : path.replaceAll("\\[\\d+]", "").split("\\.")) {
            if (!(node instanceof Node.Keys keys) || !keys.nodes().containsKey(key)) {
                return false;
            }
            node = keys.nodes().get(key);
        }
        return true;
    }

    private static String whole() throws IOException {
        return COMMENTED_OUT.matcher(text()).replaceAll("$1$2");
    }

    private static String text() throws IOException {
        return Files.readString(EXAMPLE);
    }
}
