package dev.carrier.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Admitted;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.contracts.SettingsVersion;
import dev.carrier.contracts.SettingsVersion.PolicyVersion;
import dev.carrier.contracts.Topics;
import dev.carrier.embedded.TestServers;
import dev.carrier.runtime.feed.SettingsFeed;
import dev.carrier.runtime.feed.SettingsWriter;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicReader;
import dev.carrier.runtime.kafka.TopicSetup;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.runtime.settings.SettingsSource;
import dev.carrier.runtime.settings.SettingsWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy as its file changes: a real file, a real Kafka, and the watch that looks at it. */
class PolicyKeeperIT {
    private static KafkaClients kafka;

    private final InstantSource clock = InstantSource.system();
    @TempDir Path folder;
    private Path file;
    private SettingsFeed feed;
    private SettingsWriter writer;
    private SettingsWatch watch;
    private PolicyKeeper keeper;

    @BeforeAll
    static void topics() {
        kafka = new KafkaClients(TestServers.shared().where().kafka(), Map.of());
        try (var admin = kafka.admin("test")) {
            TopicSetup.ensure(admin, 4, Duration.ofDays(1), 1);
        }
    }

    @BeforeEach
    void begin() throws Exception {
        Files.writeString(folder.resolve("ada.json"), "{\"name\":\"Ada\"}");
        file = folder.resolve("carrier.yaml");
        write("");
        var source = new SettingsSource(file, Map.of("TOKEN", "x"), Map.of());
        Settings settings = source.load().settings();
        feed = new SettingsFeed(kafka, "test-feed");
        assertThat(feed.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();
        writer = new SettingsWriter(kafka, "test-writer");
        keeper = new PolicyKeeper(settings, feed, writer, clock);
        watch = new SettingsWatch(source, settings, SettingsWatch.EVERY);
        watch.onChange(change -> keeper.take(change.settings()));
    }

    @AfterEach
    void end() {
        keeper.close();
        writer.close();
        feed.close();
    }

    @Test
    void aChangedRuleDecidesAndIsRecordedByThen() throws IOException {
        PolicyHash before = keeper.inForce().version();

        changes("policy: { rules: [ { in: 'discord:channel:7', answer: never } ] }");

        PolicyInForce now = keeper.inForce();
        assertThat(now.version()).isNotEqualTo(before);
        assertThat(now.policy().rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.answer()).contains(Policy.Answer.NEVER));
        assertThat(recorded()).contains(before, now.version());
    }

    @Test
    void changedLimitsHoldForTheNextCall() throws IOException {
        changes("limits: { perPerson: { turns: 3, every: 1h }, atTheCap: silence }");

        assertThat(keeper.limits().perPerson().turns()).isEqualTo(3);
        assertThat(keeper.inForce().policy().atTheCap()).isEqualTo(Policy.AtTheCap.SILENCE);
    }

    @Test
    void aBrokenFileLeavesThePolicyAsItIs() throws IOException {
        PolicyHash before = keeper.inForce().version();

        changes("policy: { default: { answer: perhaps } }");

        assertThat(keeper.inForce().version()).isEqualTo(before);
    }

    @Test
    void whoIsPausedStaysPausedUnderNewRules() throws Exception {
        var ada = new AccountId("ada");
        writer.paused(List.of(ada));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> keeper.inForce().policy().paused().contains(ada));
        try {
            changes("policy: { default: { answer: always } }");

            assertThat(keeper.inForce().policy().defaults().answer())
                    .isEqualTo(Policy.Answer.ALWAYS);
            assertThat(keeper.inForce().policy().paused()).containsExactly(ada);
        } finally {
            writer.paused(List.of());
        }
    }

    @Test
    void whoIsLetInIsInForceAndOnRecordAndTakenBack() {
        var bo = new PersonId("discord:user:9");
        PolicyHash before = keeper.inForce().version();

        writer.paired(bo, true, clock.instant());
        await().atMost(Duration.ofSeconds(60)).until(() -> paired().contains(bo));
        assertThat(recorded()).contains(keeper.inForce().version());

        writer.paired(bo, false, clock.instant());
        await().atMost(Duration.ofSeconds(60)).until(() -> paired().isEmpty());
        assertThat(keeper.inForce().version()).isEqualTo(before);
    }

    @Test
    void whileTooManyWaitThePolicySaysSoUntilACodeRunsOut() {
        Instant now = clock.instant();
        for (int person = 0; person < 20; person++) {
            writer.write(
                    new SettingsVersion.Asked(
                            new PersonId("discord:user:" + person),
                            "somebody",
                            new AccountId("ada"),
                            new ConversationId("discord:channel:" + person),
                            "CODE" + person,
                            now,
                            now.plusSeconds(person == 0 ? 12 : 60)));
        }

        await().atMost(Duration.ofSeconds(60)).until(this::full);
        await().atMost(Duration.ofSeconds(60)).until(() -> !full());
    }

    private List<PersonId> paired() {
        return keeper.inForce().policy().admitted().map(Admitted::paired).orElse(List.of());
    }

    private boolean full() {
        return keeper.inForce().policy().admitted().filter(Admitted::full).isPresent();
    }

    @Test
    void everyKeyThatDecidesDoesSoAsSoonAsItIsSaved() throws IOException {
        for (String rules :
                List.of(
                        "policy: { default: { dms: pairing } }",
                        "policy: { default: { dmAllow: ['discord:user:9'] } }",
                        "policy: { default: { cooldown: 30s } }",
                        "policy: { default: { gather: { quiet: 2s } } }",
                        "policy: { default: { prompt: 'Be brief.' } }",
                        "policy: { default: { model: main } }",
                        "policy: { rules: [ { in: 'role:5', answer: never } ] }",
                        "policy: { rules: [ { in: 'role:5', cooldown: { place: 5s } } ] }",
                        "policy: { rules: [ { in: 'thread:5', answer: always } ] }",
                        "policy: { rules: [ { in: 'category:5', prompt: 'Be brief.' } ] }",
                        "policy: { rules: [ { in: 'guild:5', model: main } ] }")) {
            PolicyHash before = keeper.inForce().version();

            changes(rules);

            PolicyHash now = keeper.inForce().version();
            assertThat(now).as(rules).isNotEqualTo(before);
            assertThat(recorded()).as(rules).contains(now);
        }
    }

    @Test
    void aNewAccountWaitsForTheNextStart() throws IOException {
        PolicyHash before = keeper.inForce().version();

        Files.writeString(
                file,
                """
                accounts:
                  ada: { character: ada.json, token: "${TOKEN}" }
                  bo: { character: bo.json }
                """);
        watch.look();
        watch.look();

        assertThat(keeper.inForce().version()).isEqualTo(before);
        assertThat(keeper.inForce().policy().cast()).containsOnlyKeys(new AccountId("ada"));
    }

    private void changes(String rules) throws IOException {
        write(rules + "\n");
        watch.look();
        watch.look();
    }

    private void write(String rules) throws IOException {
        Files.writeString(
                file, "accounts: { ada: { character: ada.json, token: \"${TOKEN}\" } }\n" + rules);
    }

    private static List<PolicyHash> recorded() {
        try (var records = new TopicReader(kafka, "test").all(Topics.SETTINGS)) {
            return records.map(record -> Json.read(Topics.SETTINGS, record.value()))
                    .filter(PolicyVersion.class::isInstance)
                    .map(version -> ((PolicyVersion) version).hash())
                    .toList();
        }
    }
}
