package dev.carrier.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carrier.runtime.SetupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsStaySecretTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accounts: { ada: { token: sesame } }",
                "accounts: { ada: { token: '${TOKEN:sesame}' } }",
                "models: { main: { key: sesame } }",
                "models: { main: { key: 'sesame${KEY}' } }",
                "redis: { url: 'redis://:sesame@redis:6379' }",
                "redis: { url: 'rediss://user:sesame@redis:6379' }",
                "kafka: { properties: { ssl.keystore.password: sesame } }",
                "kafka: { properties: { sasl.jaas.config: 'login password=\"sesame\";' } }",
            })
    void aSecretThatIsWrittenOutIsRefusedAndNotRepeated(String text) {
        var problem =
                catchThrowableOfType(
                        SetupProblem.class,
                        () -> SettingsLoader.parse(text, Map.of("KEY", "k"), Map.of()));

        assertThat(problem)
                .hasMessageStartingWith("carrier.yaml:1: ")
                .hasMessageContaining("is a secret and must not be written into the file")
                .hasMessageContaining("${NAME}");
        assertThat(problem.toString()).doesNotContain("sesame");
    }

    @Test
    void noSecretIsInAnythingThatIsPrinted() {
        Loaded loaded = SettingsLoader.parse(SettingsTexts.FULL, SettingsTexts.VARIABLES, Map.of());

        assertThat(loaded.toString() + loaded.settings() + loaded.values())
                .doesNotContain("k-123", "t-456", "pw-789")
                .contains("large-1");
        assertThat(shown(loaded, "accounts.ada.token")).isEqualTo("set");
        assertThat(shown(loaded, "models.spare.key")).isEqualTo("not set");
        assertThat(shown(loaded, "kafka.properties.sasl.jaas.config")).isEqualTo("set");
        assertThat(shown(loaded, "kafka.properties.security.protocol")).isEqualTo("SASL_SSL");
        assertThat(shown(loaded, "redis.url")).isEqualTo("rediss://u:***@redis:6380");
        assertThat(loaded.origin("accounts.ada.token")).contains(new Origin.Environment("TOKEN"));
    }

    @Test
    void aVariableInTheWrongPlaceIsNotRepeated() {
        var problem =
                catchThrowableOfType(
                        SetupProblem.class,
                        () ->
                                SettingsLoader.parse(
                                        "http: { ui: '${TOKEN}' }",
                                        Map.of("TOKEN", "sesame"),
                                        Map.of()));

        assertThat(problem).hasMessage("carrier.yaml:1: http.ui must be a whole number");
    }

    @Test
    void aBrokenLineOfDotEnvIsNotRepeated() throws IOException {
        Files.writeString(folder.resolve(".env"), "FINE=1\nsesame\n");

        var problem =
                catchThrowableOfType(
                        SetupProblem.class,
                        () ->
                                SettingsLoader.load(
                                        folder.resolve("carrier.yaml"), Map.of(), Map.of()));

        assertThat(problem).hasMessage(".env:2: a line must read NAME=value");
    }

    private static String shown(Loaded loaded, String path) {
        return loaded.values().stream()
                .filter(value -> value.path().equals(path))
                .findFirst()
                .orElseThrow()
                .shown();
    }
}
