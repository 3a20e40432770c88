package dev.carrier.ingest.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carrier.contracts.AccountId;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.runtime.settings.SettingsLoader;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeardHereTest {
    private static final String FILE =
            """
            version: 1
            accounts:
              ada-ig: { platform: instagram, character: ada.json, token: "${ADA}", model: main }
              juno-ig: { platform: instagram, character: juno.json, token: "${JUNO}", model: main }
            """;

    @Test
    void anAccountWithoutATokenIsOff() {
        Settings settings = settings(Map.of("ADA", "t"));
        assertThat(HeardHere.here(settings)).containsExactly(new AccountId("ada-ig"));
        assertThat(HeardHere.off(settings)).containsExactly(new AccountId("juno-ig"));
    }

    @Test
    void severalContainersShareTheAccounts() {
        Settings settings =
                settings(Map.of("ADA", "t", "JUNO", "u", "INSTAGRAM_ACCOUNTS", "juno-ig"));
        assertThat(HeardHere.here(settings)).containsExactly(new AccountId("juno-ig"));
        assertThat(HeardHere.off(settings)).isEmpty();
    }

    @Test
    void withoutAnAppSecretEverythingIsAskedForAndThatIsSaid() {
        IngestOptions options = HeardHere.options(settings(Map.of()));
        assertThat(options.webhook()).isEmpty();
        assertThat(options.asks()).isTrue();
        assertThat(HeardHere.noWebhook(options))
                .hasValueSatisfying(it -> assertThat(it).contains("INSTAGRAM_APP_SECRET"));
    }

    @Test
    void withOneMetaMayCall() {
        IngestOptions options =
                HeardHere.options(
                        settings(
                                Map.of(
                                        "INSTAGRAM_APP_SECRET",
                                        "s",
                                        "INSTAGRAM_VERIFY_TOKEN",
                                        "v")));
        assertThat(options.webhook()).isPresent();
        assertThat(options.webhook().get().path()).isEqualTo("/instagram");
        assertThat(HeardHere.noWebhook(options)).isEmpty();
    }

    @Test
    void whereNobodyCallsAndNobodyAsksItIsAProblem() {
        Settings settings =
                SettingsLoader.parse(
                                FILE,
                                environment(Map.of()),
                                Map.of("platforms.instagram.poll.every", "0s"))
                        .settings();
        assertThatThrownBy(() -> HeardHere.options(settings))
                .isInstanceOf(SetupProblem.class)
                .hasMessageContaining("INSTAGRAM_APP_SECRET");
    }

    private static Settings settings(Map<String, String> environment) {
        return SettingsLoader.parse(FILE, environment(environment), Map.of()).settings();
    }

    private static Map<String, String> environment(Map<String, String> set) {
        return new HashMap<>(set);
    }
}
