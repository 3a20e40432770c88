package dev.carrier.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.CharacterHash;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.contracts.Purpose;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.StepId;
import dev.carrier.contracts.TurnId;
import dev.carrier.embedded.EmbeddedRedis;
import dev.carrier.pipeline.provider.limits.Limits;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.runtime.settings.SettingsLoader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoneyTest {
    private final Instant now = Instant.now();
    private static final String TWO =
            """
            models:
              main: { provider: openai, model: x, price: { in: 3.00, out: 15.00 } }
              home: { provider: ollama, model: y }
            accounts:
              ada: {}
              juno: {}
              pell: { model: home }
            """;

    @TempDir Path data;

    @Test
    void whatWasSpentTodayIsToldForEachCharacterOfAModel() {
        Settings settings = SettingsLoader.parse(TWO, Map.of(), Map.of()).settings();
        try (var server = EmbeddedRedis.start(data, 0);
                var redis = new Redis(server.url())) {
            Limits limits =
                    new Limits(
                            settings::limits, settings.timezone(), redis, InstantSource.fixed(now));
            limits.reserve(asks("ada"), 410_000);
            Money money = new Money(settings, limits);

            assertThat(money.spent("main")).isEqualTo("today ada 0.41, juno 0.00 of 5.00 each");
            assertThat(money.spent("home")).as("costs nothing").isEmpty();
        }
    }

    @Test
    void whileNobodyCanCountNothingIsTold() {
        Settings settings = SettingsLoader.parse(TWO, Map.of(), Map.of()).settings();
        try (var redis = new Redis("redis://127.0.0.1:1")) {
            Limits limits =
                    new Limits(
                            settings::limits, settings.timezone(), redis, InstantSource.fixed(now));

            assertThat(new Money(settings, limits).spent("main")).isEmpty();
        }
    }

    @Test
    void oneIsNotNamedAndOfManyOnlyTheDearest() {
        var most = new BigDecimal("5");

        assertThat(Money.words(used("0.41"), most)).isEqualTo("0.41 of 5.00");
        assertThat(Money.words(used("0.41", "1.2", "0", "0.001"), most))
                .isEqualTo("1.61 in all, b most with 1.20 of 5.00");
    }

    private static SortedMap<AccountId, BigDecimal> used(String... amounts) {
        SortedMap<AccountId, BigDecimal> used = new TreeMap<>();
        for (String amount : amounts) {
            used.put(
                    new AccountId(String.valueOf((char) ('a' + used.size()))),
                    new BigDecimal(amount));
        }
        return used;
    }

    private Step.Think asks(String account) {
        return new Step.Think(
                new StepId("s-1"),
                new TurnId("t-1"),
                new Place(
                        Place.discordConversation("7"),
                        "discord",
                        PlaceKind.CHANNEL,
                        "7",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new AccountId(account),
                new CharacterHash("c"),
                new PolicyHash("p"),
                "main",
                Purpose.REPLY,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                "mention",
                now,
                now.plusSeconds(120),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
