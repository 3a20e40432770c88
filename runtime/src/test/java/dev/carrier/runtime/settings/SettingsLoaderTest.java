package dev.carrier.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Policy.Answer;
import dev.carrier.contracts.Policy.AtTheCap;
import dev.carrier.contracts.Policy.Dms;
import dev.carrier.contracts.Policy.Names;
import dev.carrier.contracts.Policy.Remember;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {
    static final AccountId ADA = new AccountId("ada");

    @TempDir Path folder;

    @Test
    void withoutAFileEveryKeyHasItsDefault() {
        Settings settings =
                SettingsLoader.load(folder.resolve("carrier.yaml"), Map.of(), Map.of()).settings();

        assertThat(settings.version()).isEqualTo(1);
        assertThat(settings.timezone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(settings.data()).isEqualTo(folder.resolve(".carrier"));
        assertThat(settings.models()).containsOnlyKeys("main");
        assertThat(settings.accounts()).isEmpty();
        var ways = settings.policy().defaults();
        assertThat(ways.guilds()).containsExactly("owned");
        assertThat(ways.dms()).isEqualTo(Dms.MEMBERS);
        assertThat(ways.answer()).isEqualTo(Answer.MENTIONS);
        assertThat(ways.names()).isEqualTo(Names.EDGES);
        assertThat(ways.bots())
                .isEqualTo(
                        new PolicySettings.Bots(
                                List.of("never"),
                                3,
                                Duration.ofMinutes(10),
                                Duration.ofMinutes(5)));
        assertThat(ways.gather())
                .isEqualTo(
                        new PolicySettings.Gather(
                                Duration.ofMillis(1500), Duration.ofSeconds(6), true));
        assertThat(ways.remember()).isEqualTo(Remember.ADDRESSED);
        assertThat(ways.deadline()).isEqualTo(Duration.ofMinutes(2));
        assertThat(ways.catchUp()).isEqualTo(Duration.ofMinutes(10));
        assertThat(ways.onFailure().react()).contains("⚠️");
        assertThat(ways.prompt()).isEmpty();
        assertThat(settings.policy().rules()).isEmpty();
        assertThat(settings.limits())
                .isEqualTo(
                        new LimitSettings(
                                new LimitSettings.Turns(30, Duration.ofHours(1)),
                                new LimitSettings.Turns(6, Duration.ofMinutes(1)),
                                new LimitSettings.Spending(
                                        2000, new BigDecimal("5.00"), Duration.ofDays(1)),
                                AtTheCap.REACT,
                                List.of()));
        assertThat(settings.memory())
                .isEqualTo(
                        new MemorySettings(
                                Duration.ofDays(90),
                                new MemorySettings.Window(30, new Size(12 * 1024)),
                                Optional.empty()));
        assertThat(settings.kafka().embedded()).isTrue();
        assertThat(settings.kafka().retention()).isEqualTo(Duration.ofDays(7));
        assertThat(settings.kafka().partitions()).isEqualTo(4);
        assertThat(settings.kafka().properties()).isEmpty();
        assertThat(settings.redis().embedded()).isTrue();
        assertThat(settings.http())
                .isEqualTo(new HttpSettings("127.0.0.1", 7070, 7071, 7072, 7080, 7073));
        assertThat(settings.log())
                .isEqualTo(
                        new LogSettings(
                                LogSettings.Format.TEXT,
                                LogSettings.Level.INFO,
                                LogSettings.People.HIDDEN));
        assertThat(settings.platforms().discord().url())
                .isEqualTo(URI.create("https://discord.com/api/v10/"));
        assertThat(settings.platforms().discord().identifySpacing())
                .isEqualTo(Duration.ofSeconds(6));
        assertThat(settings.platforms().discord().hears(ADA)).isTrue();
        assertThat(settings.platforms().discord().catchUp())
                .isEqualTo(new PlatformSettings.CatchUp(500, Duration.ofHours(24)));
        assertThat(settings.platforms().discord().shards()).isEmpty();
        assertThat(settings.platforms().discord().requestsPerSecond()).isEqualTo(50);
    }

    @Test
    void aContainerSaysByAVariableWhichShardsItRunsOfAccountsThatSayHowManyThereAre() {
        String text = "accounts: { ada: { shards: { total: 4 } }, bo: {} }";
        assertThatThrownBy(
                        () -> SettingsLoader.parse(text, Map.of("CARRIER_SHARDS", "0,1"), Map.of()))
                .hasMessageContaining("accounts.bo.shards.total must be a number")
                .hasMessageContaining("CARRIER_SHARDS");
        var settings =
                SettingsLoader.parse(
                                text.replace(
                                        "bo: {}",
                                        "bo: { shards: { total: 1 } }, bees: { platform: instagram }"),
                                Map.of("CARRIER_SHARDS", "0,1"),
                                Map.of())
                        .settings();
        assertThat(settings.platforms().discord().shards()).isEqualTo("0,1");
        assertThat(settings.accounts().get(new AccountId("ada")).shards())
                .isEqualTo(new ShardSettings("4", List.of()));
    }

    @Test
    void everyKeyOfTheFileArrives() throws IOException {
        Path file = Files.writeString(folder.resolve("carrier.yaml"), SettingsTexts.FULL);

        Settings settings = SettingsLoader.load(file, SettingsTexts.VARIABLES, Map.of()).settings();

        assertThat(settings.timezone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(settings.data()).isEqualTo(folder.resolve("elsewhere"));
        var main = settings.model("main");
        assertThat(main.provider()).isEqualTo(ModelSettings.Provider.OPENAI);
        assertThat(main.model()).isEqualTo("large-1");
        assertThat(main.key().value()).isEqualTo("k-123");
        assertThat(main.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(main.concurrency()).isEqualTo(4);
        assertThat(main.price())
                .isEqualTo(
                        new ModelSettings.Price(new BigDecimal("3.00"), new BigDecimal("15.00")));
        assertThat(main.fallback()).containsExactly("spare");
        assertThat(settings.model("spare").url()).contains("http://127.0.0.1:11434/v1");
        assertThat(settings.model("spare").key().isSet()).isFalse();
        var ada = settings.account(ADA);
        assertThat(ada.character()).isEqualTo(folder.resolve("characters/ada.json"));
        assertThat(ada.token().value()).isEqualTo("t-456");
        assertThat(ada.model()).isEqualTo("main");
        assertThat(settings.policy().defaults().guilds()).containsExactly("1", "2");
        assertThat(settings.policy().defaults().gather().whileTyping()).isFalse();
        assertThat(settings.policy().defaults().onFailure().react()).isEmpty();
        assertThat(settings.policy().rules()).hasSize(2);
        assertThat(settings.policy().rules().getFirst().prompt()).contains("Keep it short.");
        assertThat(settings.policy().rules().getFirst().gather())
                .contains(new PolicySettings.Gather(Duration.ZERO, Duration.ofSeconds(6), false));
        assertThat(settings.limits().owners())
                .containsExactly(new PersonId("discord:user:123456789012345678"));
        assertThat(settings.limits().perPerson().turns()).isEqualTo(3);
        assertThat(settings.memory().window().bytes().bytes()).isEqualTo(4096);
        assertThat(settings.memory().url()).contains("http://memory:7073");
        assertThat(settings.kafka().bootstrap()).isEqualTo("kafka:9092");
        assertThat(settings.kafka().partitions()).isEqualTo(24);
        assertThat(settings.kafka().properties())
                .containsExactly(
                        entry("sasl.jaas.config", "login password=\"pw-789\";"),
                        entry("security.protocol", "SASL_SSL"));
        assertThat(settings.redis().url()).isEqualTo("rediss://u:pw-789@redis:6380");
        assertThat(settings.http().ui()).isZero();
        assertThat(settings.log().format()).isEqualTo(LogSettings.Format.JSON);
        assertThat(settings.platforms().discord().catchUp())
                .isEqualTo(new PlatformSettings.CatchUp(50, Duration.ofHours(2)));
        assertThat(settings.platforms().discord().url())
                .isEqualTo(URI.create("http://127.0.0.1:7080/api/v10/"));
    }

    @Test
    void theEnvironmentComesBeforeTheDotEnvFileAndAnEmptyVariableIsNone() throws IOException {
        Files.writeString(
                folder.resolve(".env"),
                """
                # what only this machine knows
                export FIRST="from .env"
                SECOND='from .env' # a comment
                THIRD=
                """);
        Path file =
                Files.writeString(
                        folder.resolve("carrier.yaml"),
                        """
                        models:
                          a: { model: "${FIRST}" }
                          b: { model: "${SECOND}" }
                          c: { model: "${THIRD:written}" }
                        """);

        Loaded loaded =
                SettingsLoader.load(file, Map.of("FIRST", "environment", "SECOND", ""), Map.of());

        assertThat(loaded.settings().models().get("a").model()).isEqualTo("environment");
        assertThat(loaded.settings().models().get("b").model()).isEqualTo("from .env");
        assertThat(loaded.settings().models().get("c").model()).isEqualTo("written");
        assertThat(loaded.origin("models.a.model")).contains(new Origin.Environment("FIRST"));
        assertThat(loaded.origin("models.b.model")).contains(new Origin.DotEnv("SECOND"));
        assertThat(loaded.origin("models.c.model")).contains(new Origin.Line("carrier.yaml", 4));
        assertThat(loaded.origin("http.ui")).contains(new Origin.Default());
        assertThat(loaded.dotEnv()).contains(folder.resolve(".env"));
    }

    @Test
    void anOptionOfTheCommandLineIsAboveAll() {
        Loaded loaded =
                SettingsLoader.parse(
                        "http: { ui: 1234 }", Map.of(), Map.of("http.ui", "0", "data", "/tmp/d"));

        assertThat(loaded.settings().http().ui()).isZero();
        assertThat(loaded.settings().http().health()).isEqualTo(7071);
        assertThat(loaded.settings().data()).isEqualTo(Path.of("/tmp/d"));
        assertThat(loaded.origin("http.ui")).contains(new Origin.Option());
    }

    @Test
    void aKeyThatStandsThereWithoutAValueHasItsDefault() {
        Settings settings =
                SettingsLoader.parse("http:\n  ui:\nkafka:\n", Map.of(), Map.of()).settings();

        assertThat(settings.http().ui()).isEqualTo(7070);
        assertThat(settings.kafka().partitions()).isEqualTo(4);
    }

    @Test
    void anAccountNeedsOnlyItsName() {
        Settings settings =
                SettingsLoader.parse(
                                "accounts: { bo-b: {} }",
                                Map.of("DISCORD_TOKEN_BO_B", "t"),
                                Map.of())
                        .settings();

        AccountSettings account = settings.account(new AccountId("bo-b"));
        assertThat(account.platform()).isEqualTo("discord");
        assertThat(account.token().value()).isEqualTo("t");
        assertThat(account.character().toString()).endsWith("/characters/bo-b.json");
    }

    @Test
    void anAccountOfInstagramHasATokenOfItsOwnName() {
        Settings settings =
                SettingsLoader.parse(
                                "accounts: { bees: { platform: instagram } }",
                                Map.of("INSTAGRAM_TOKEN_BEES", "t"),
                                Map.of())
                        .settings();

        assertThat(settings.account(new AccountId("bees")).token().value()).isEqualTo("t");
    }

    @Test
    void instagramsPlacesAreAsWideAsThoseOfDiscordToWhichTheyCorrespond() {
        assertThat(RulePlace.normal("instagram:comments:17")).isEqualTo("instagram:thread:17");
        assertThat(RulePlace.normal("instagram:post:16")).isEqualTo("instagram:channel:16");
        assertThat(RulePlace.normal("instagram:account:15")).isEqualTo("instagram:guild:15");
        assertThat(RulePlace.read("instagram:channel:15")).isEmpty();
    }

    @Test
    void anothersAddressIsNotGivenTheProvidersKey() {
        String text =
                "models: { a: { provider: openai }, b: { provider: openai, url: http://x/v1 } }";

        Settings settings =
                SettingsLoader.parse(text, Map.of("OPENAI_API_KEY", "k"), Map.of()).settings();

        assertThat(settings.models().get("a").key().isSet()).isTrue();
        assertThat(settings.models().get("b").key().isSet()).isFalse();
    }

    @Test
    void onlyAccountsThatAreHeardHereMustSayHowManyShardsThereAre() {
        String text = "accounts: { ada: { shards: { total: 4 } }, bo: {} }";
        var discord =
                SettingsLoader.parse(
                                text,
                                Map.of("DISCORD_ACCOUNTS", "ada", "CARRIER_SHARDS", "2,3"),
                                Map.of())
                        .settings()
                        .platforms()
                        .discord();

        assertThat(discord.hears(ADA)).isTrue();
        assertThat(discord.shards()).isEqualTo("2,3");
    }

    @Test
    void hearingCanBeSharedOutAmongContainers() {
        String text = "accounts: { ada: {}, bo: {}, cy: {} }";
        var two =
                SettingsLoader.parse(text, Map.of("DISCORD_ACCOUNTS", "ada, cy"), Map.of())
                        .settings()
                        .platforms()
                        .discord();

        assertThat(two.hears(ADA)).isTrue();
        assertThat(two.hears(new AccountId("cy"))).isTrue();
        assertThat(two.hears(new AccountId("bo"))).isFalse();
    }
}
