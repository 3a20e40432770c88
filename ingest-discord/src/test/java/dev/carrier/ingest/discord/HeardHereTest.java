package dev.carrier.ingest.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.settings.SettingsLoader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ada in four parts, Bo in one, and Cy in as many as Discord likes. */
class HeardHereTest {
    private static final String TEXT =
            """
            accounts:
              ada: { shards: { total: 4 } }
              bo: { shards: { total: 1 } }
              cy: {}
            """;

    @Test
    void whoChoosesNothingHearsEverything() {
        assertThat(here(Map.of())).containsExactly("ada 0 1 2 3", "bo 0", "cy 0 1");
    }

    @Test
    void whoChoosesAccountsHearsThemWhole() {
        assertThat(here(Map.of("DISCORD_ACCOUNTS", "ada, cy")))
                .containsExactly("ada 0 1 2 3", "cy 0 1");
    }

    @Test
    void whoChoosesBothHearsThoseShardsOfThoseAccounts() {
        assertThat(here(Map.of("DISCORD_ACCOUNTS", "ada", "CARRIER_SHARDS", "2,3")))
                .containsExactly("ada 2 3");
        assertThat(here(Map.of("DISCORD_ACCOUNTS", "ada,bo", "CARRIER_SHARDS", "0-1")))
                .containsExactly("ada 0 1", "bo 0");
    }

    @Test
    void anAccountThatHasNoneOfTheChosenShardsIsNotHeard() {
        assertThat(here(Map.of("DISCORD_ACCOUNTS", "ada,bo", "CARRIER_SHARDS", "1")))
                .containsExactly("ada 1");
    }

    @Test
    void whoIsLeftWithNothingIsToldWhatToCompare() {
        assertThatThrownBy(() -> here(Map.of("DISCORD_ACCOUNTS", "bo", "CARRIER_SHARDS", "1")))
                .isInstanceOf(SetupProblem.class)
                .hasMessageContaining("no account that is heard here has a shard 1");
    }

    @Test
    void whoHasNoAccountsHearsNothingAndThatIsNoProblem() {
        assertThat(HeardHere.here(SettingsLoader.parse("", Map.of(), Map.of()).settings()))
                .isEmpty();
    }

    /** Each account with its shards, where Discord recommends two. */
    private static List<String> here(Map<String, String> variables) {
        return HeardHere.here(SettingsLoader.parse(TEXT, variables, Map.of()).settings()).stream()
                .map(HeardHereTest::written)
                .toList();
    }

    private static String written(DiscordAccount account) {
        var text = new StringBuilder(account.id().value());
        account.sharding().shards(account.id(), 2).forEach(it -> text.append(' ').append(it.id()));
        return text.toString();
    }
}
