package dev.carrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    setings | there is no command 'setings'; did you mean 'settings'? (./carrier --help tells more)
                    xyzzyplugh | there is no command 'xyzzyplugh' (./carrier --help tells more)
                    settings --jsn | there is no option '--jsn'; did you mean '--json'? (./carrier settings --help tells more)
                    settings all | settings takes no 'all' (./carrier settings --help tells more)
                    settings --config nowhere.yaml | there is no settings file nowhere.yaml: create it, or leave --config out: every key has a default
                    settings --set http.uj=0 | command line: there is no key 'uj' in http; did you mean 'ui'?
                    topics --data nowhere | nothing has run on the data in %s yet: start ./carrier up or ./carrier demo, or point --data at the right folder
                    """)
    void whatCannotBeDoneIsOneSentenceAndTwo(String typed, String sentence) {
        Typed seen = Typed.carrier(typed.split(" "));

        assertThat(seen.code()).isEqualTo(2);
        assertThat(seen.out()).isEmpty();
        assertThat(seen.err())
                .isEqualTo(
                        "carrier: "
                                + sentence.replace(
                                        "%s", Path.of("nowhere").toAbsolutePath().toString())
                                + "\n");
    }

    @Test
    void withoutACommandAndWithHelpThereIsTheListOfCommands() {
        assertThat(Typed.carrier().code()).isZero();
        assertThat(Typed.carrier().out()).contains("settings", "topics", "Exit codes");
        for (var command : Carrier.commandLine(Map.of()).getSubcommands().keySet()) {
            Typed help = Typed.carrier(command, "--help");
            assertThat(help.code()).isZero();
            assertThat(help.out()).contains("Usage: carrier " + command).contains("--config");
        }
        assertThat(Typed.carrier("--version").out()).startsWith("carrier 0.");
    }

    @Test
    void settingsSaysWhereEachValueCameFromAndNoSecret() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("mine.yaml"),
                        """
                        http: { ui: 1234 }
                        accounts: { ada: { token: "${TOKEN}" } }
                        """);

        Typed seen =
                Typed.carrier(
                        Map.of("TOKEN", "sesame"),
                        "settings",
                        "--config",
                        file.toString(),
                        "--set",
                        "http.health=0");

        assertThat(seen.code()).isZero();
        assertThat(seen.out().lines())
                .contains("# " + file)
                .anyMatch(line -> line.matches("http.ui +1234 +mine.yaml:1, not used yet"))
                .anyMatch(line -> line.matches("http.health +0 +command line"))
                .anyMatch(line -> line.matches("http.webhook +7072 +default"))
                .anyMatch(line -> line.matches("accounts.ada.token +set +environment TOKEN"));
        assertThat(seen.out()).doesNotContain("sesame");
    }

    @Test
    void settingsForAProgramAreJson() {
        Typed seen = Typed.carrier("--json", "settings");

        assertThat(Json.mapper().readTree(seen.out()).get(0).toString())
                .isEqualTo(
                        "{\"key\":\"version\",\"value\":\"1\",\"from\":\"default\",\"used\":true}");
    }
}
