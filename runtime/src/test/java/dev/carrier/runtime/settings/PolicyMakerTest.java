package dev.carrier.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Admitted;
import dev.carrier.contracts.CharacterHash;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyMakerTest {
    static final AccountId ADA = new AccountId("ada");
    static final Map<AccountId, PolicyMaker.Player> PLAYERS =
            Map.of(ADA, new PolicyMaker.Player("Ada", new CharacterHash("3f9c21")));

    @Test
    void thePolicyIsWhatTheSettingsDecide() {
        Policy policy = policy(SettingsTexts.FULL);

        assertThat(policy.defaults().guilds()).containsExactly("1", "2");
        assertThat(policy.defaults().answer()).isEqualTo(Policy.Answer.ASK);
        assertThat(policy.defaults().onFailure()).isEmpty();
        assertThat(policy.cast())
                .isEqualTo(
                        Map.of(
                                ADA,
                                new Policy.Cast(
                                        "discord", "Ada", new CharacterHash("3f9c21"), "main")));
        assertThat(policy.paused()).isEmpty();
        assertThat(policy.window()).isEqualTo(new Policy.Window(5, 4096));
        assertThat(policy.atTheCap()).isEqualTo(Policy.AtTheCap.SPARE);
        assertThat(policy.spare()).contains("spare");
        assertThat(policy.judge()).isEmpty();
    }

    @Test
    void theSmallModelIsTheJudge() {
        assertThat(policy("models: { main: {}, small: {} }").judge()).contains("small");
    }

    @Test
    void rulesStandFromTheNarrowestAndSayOnlyWhatIsDifferent() {
        Policy policy =
                policy(
                        """
                        policy:
                          rules:
                            - { in: "Server:9", answer: listen }
                            - { in: "discord:channel:7", gather: { quiet: 0s } }
                            - { in: "thread:8", names: never, deadline: 5m }
                        """);

        assertThat(policy.rules())
                .extracting(Policy.Rule::in)
                .containsExactly("discord:thread:8", "discord:channel:7", "discord:guild:9");
        assertThat(policy.rules().get(0).deadline()).contains(Duration.ofMinutes(5));
        assertThat(policy.rules().get(0).answer()).isEmpty();
        assertThat(policy.rules().get(1).gather())
                .isEqualTo(
                        Optional.of(new Policy.Gather(Duration.ZERO, Duration.ofSeconds(6), true)));
        assertThat(policy.rules().get(2).answer()).contains(Policy.Answer.LISTEN);
    }

    @Test
    void rulesOfRolesStandBehindThoseOfPlacesInTheOrderInWhichTheyAreWritten() {
        Policy policy =
                policy(
                        """
                        policy:
                          rules:
                            - { in: "discord:role:9", answer: never }
                            - { in: "role:3", cooldown: 5s }
                            - { in: "guild:1" }
                        """);
        Policy other =
                policy(
                        """
                        policy:
                          rules:
                            - { in: "role:3", cooldown: 5s }
                            - { in: "discord:role:9", answer: never }
                            - { in: "guild:1" }
                        """);

        assertThat(policy.rules())
                .extracting(Policy.Rule::in)
                .containsExactly("discord:guild:1", "discord:role:9", "discord:role:3");
        assertThat(policy.hash()).isNotEqualTo(other.hash());
    }

    @Test
    void aPlainCooldownIsOfAPersonAndAPartOfOneKeepsTheRestOfTheDefault() {
        Policy policy =
                policy(
                        """
                        policy:
                          default: { cooldown: { person: 30s, place: 5s } }
                          rules:
                            - { in: "channel:7", cooldown: 1m }
                            - { in: "role:8", cooldown: { person: 0s } }
                        """);

        assertThat(policy.defaults().cooldown())
                .contains(new Policy.Cooldown(Duration.ofSeconds(30), Duration.ofSeconds(5)));
        assertThat(policy.rules())
                .extracting(Policy.Rule::cooldown)
                .containsExactly(
                        Optional.of(
                                new Policy.Cooldown(Duration.ofMinutes(1), Duration.ofSeconds(5))),
                        Optional.of(new Policy.Cooldown(Duration.ZERO, Duration.ofSeconds(5))));
        assertThat(policy("policy: { default: { cooldown: 10s } }").defaults().cooldown())
                .contains(new Policy.Cooldown(Duration.ofSeconds(10), Duration.ZERO));
        assertThat(policy("").defaults().cooldown()).isEmpty();
    }

    @Test
    void ownersAndTheListedAreLetIn() {
        Policy policy =
                policy(
                        """
                        policy: { default: { dmAllow: ["discord:user:9", "discord:user:3"] } }
                        limits: { owners: ["discord:user:5"] }
                        """);

        assertThat(policy.admitted())
                .contains(
                        new Admitted(
                                List.of(
                                        new PersonId("discord:user:3"),
                                        new PersonId("discord:user:5"),
                                        new PersonId("discord:user:9")),
                                List.of(),
                                false));
        assertThat(policy("").admitted()).isEmpty();
    }

    @Test
    void botsAreAWordAListOrKeysAndTakeTheRestFromTheDefault() {
        Policy policy =
                policy(
                        """
                        policy:
                          default: { bots: { turns: 5 } }
                          rules:
                            - { in: "thread:1", bots: all }
                            - { in: "thread:2", bots: [ours, "discord:user:5"] }
                            - { in: "thread:3", bots: { allow: ours, every: 1m } }
                            - { in: "thread:4", bots: never }
                        """);

        assertThat(policy.defaults().botTalk()).isEmpty();
        assertThat(policy.defaults().bots()).isEqualTo("never");
        assertThat(policy.rules())
                .extracting(rule -> rule.botTalk().orElseThrow())
                .containsExactly(
                        botTalk(Duration.ofMinutes(10), "all"),
                        botTalk(Duration.ofMinutes(10), "discord:user:5", "ours"),
                        botTalk(Duration.ofMinutes(1), "ours"),
                        botTalk(Duration.ofMinutes(10)));
        assertThat(policy("policy: { default: { bots: ours } }").defaults().botTalk())
                .contains(
                        new Policy.BotTalk(
                                List.of("ours"), 3, Duration.ofMinutes(10), Duration.ofMinutes(5)));
    }

    private static Policy.BotTalk botTalk(Duration every, String... with) {
        return new Policy.BotTalk(List.of(with), 5, every, Duration.ofMinutes(5));
    }

    @Test
    void theSameSettingsInAnotherOrderAreTheSameVersion() {
        String one = "policy: { rules: [ { in: 'channel:1' }, { in: 'guild:2' } ] }";
        String other = "policy: { rules: [ { in: 'discord:server:2' }, { in: 'channel:1' } ] }";
        String different = "policy: { rules: [ { in: 'channel:1' } ] }";

        assertThat(policy(one).hash()).isEqualTo(policy(other).hash());
        assertThat(policy(one).hash()).isNotEqualTo(policy(different).hash());
    }

    @Test
    void anAccountWhoseCharacterIsNotLoadedIsNotInTheCast() {
        Settings settings =
                SettingsLoader.parse("accounts: { ada: {}, bo: {} }", Map.of(), Map.of())
                        .settings();

        assertThat(PolicyMaker.make(settings, PLAYERS).cast()).containsOnlyKeys(ADA);
    }

    private static Policy policy(String text) {
        return PolicyMaker.make(
                SettingsLoader.parse(text, SettingsTexts.VARIABLES, Map.of()).settings(), PLAYERS);
    }
}
