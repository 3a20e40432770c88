package dev.carrier.runtime.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.CharacterHash;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.contracts.SettingsVersion;
import dev.carrier.contracts.SettingsVersion.CharacterVersion;
import dev.carrier.contracts.Topics;
import dev.carrier.embedded.TestServers;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.settings.PolicyMaker;
import dev.carrier.runtime.settings.SettingsLoader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SettingsFeedTest {
    static final Duration LONG = Duration.ofSeconds(30);
    static KafkaClients clients;

    @BeforeAll
    static void topic() throws Exception {
        clients = new KafkaClients(TestServers.shared().where().kafka(), Map.of());
        try (var admin = clients.admin("test")) {
            if (!admin.listTopics().names().get().contains(Topics.SETTINGS.name())) {
                admin.createTopics(
                                List.of(
                                        new NewTopic(Topics.SETTINGS.name(), 4, (short) 1)
                                                .configs(Map.of("cleanup.policy", "compact"))))
                        .all()
                        .get();
            }
        }
    }

    @Test
    void whoStartsLaterFindsEveryVersion() throws InterruptedException {
        CharacterVersion first = character("first");
        CharacterVersion second = character("second");
        try (var writer = new SettingsWriter(clients, "test-writer")) {
            writer.write(first);
            writer.write(second);
        }

        try (var feed = new SettingsFeed(clients, "test-feed")) {
            assertThat(feed.awaitCaughtUp(LONG)).isTrue();
            assertThat(feed.character(first.hash(), Duration.ZERO)).contains(first);
            assertThat(feed.character(second.hash(), Duration.ZERO)).contains(second);
            assertThat(feed.trouble()).isEmpty();
        }
    }

    @Test
    void whoAsksBeforeItIsWrittenWaits() throws InterruptedException {
        CharacterVersion late = character("late");
        try (var feed = new SettingsFeed(clients, "test-feed");
                var writer = new SettingsWriter(clients, "test-writer")) {
            assertThat(feed.awaitCaughtUp(LONG)).isTrue();
            var asked =
                    CompletableFuture.supplyAsync(() -> {
                        try {
                            return feed.character(late.hash(), LONG);
                        } catch (InterruptedException problem) {
                            throw new IllegalStateException(problem);
                        }
                    });
            writer.write(late);

            assertThat(asked.join()).contains(late);
        }
    }

    @Test
    void whatIsNeverWrittenIsNotWaitedForLongerThanAsked() throws InterruptedException {
        try (var feed = new SettingsFeed(clients, "test-feed")) {
            assertThat(feed.policy(new PolicyHash("never"), Duration.ofMillis(50))).isEmpty();
            assertThat(feed.character(new CharacterHash("never"), Duration.ofMillis(50))).isEmpty();
        }
    }

    @Test
    void thePolicyThatWasWrittenLastIsTheNewestEvenWhenItIsAnOldOneAgain()
            throws InterruptedException {
        Policy one = policy("policy: { default: { answer: ask } }");
        Policy other = policy("policy: { default: { answer: never } }");
        BlockingQueue<SettingsVersion> seen = new LinkedBlockingQueue<>();
        try (var feed = new SettingsFeed(clients, "test-feed");
                var writer = new SettingsWriter(clients, "test-writer")) {
            assertThat(feed.awaitCaughtUp(LONG)).isTrue();
            feed.onChange(seen::add);
            for (Policy next : List.of(one, other, one)) {
                writer.policy(next);
                assertThat(seen.poll(LONG.toSeconds(), TimeUnit.SECONDS))
                        .isEqualTo(new SettingsVersion.PolicyVersion(next.hash(), next));
                assertThat(feed.newestPolicy().map(SettingsVersion.PolicyVersion::hash))
                        .contains(next.hash());
            }
            assertThat(feed.policy(other.hash(), Duration.ZERO)).isPresent();
        }
    }

    @Test
    void pausingIsSeenAndUnreadableVersionsArePassedOver() throws Exception {
        BlockingQueue<SettingsVersion> seen = new LinkedBlockingQueue<>();
        try (var feed = new SettingsFeed(clients, "test-feed");
                var writer = new SettingsWriter(clients, "test-writer");
                var producer = clients.producer("test-junk")) {
            assertThat(feed.awaitCaughtUp(LONG)).isTrue();
            feed.onChange(seen::add);
            // The same key, and so the same partition: what comes after it is read after it.
            byte[] key = SettingsKeys.PAUSED.getBytes(UTF_8);
            producer.send(new ProducerRecord<>(Topics.SETTINGS.name(), key, "junk".getBytes(UTF_8)))
                    .get();
            producer.send(
                            new ProducerRecord<>(
                                    Topics.SETTINGS.name(),
                                    key,
                                    "{\"type\":\"moon.v9\"}".getBytes(UTF_8)))
                    .get();
            writer.paused(Set.of(new AccountId("ada"), new AccountId("Bo")));

            assertThat(seen.poll(LONG.toSeconds(), TimeUnit.SECONDS))
                    .isInstanceOf(SettingsVersion.Paused.class);
            assertThat(feed.paused().accounts())
                    .containsExactly(new AccountId("Bo"), new AccountId("ada"));
            writer.paused(Set.of());
            assertThat(seen.poll(LONG.toSeconds(), TimeUnit.SECONDS)).isNotNull();
            assertThat(feed.paused().accounts()).isEmpty();
        }
    }

    private static CharacterVersion character(String name) {
        return new CharacterVersion(
                new CharacterHash("hash-of-" + name),
                name,
                Json.parse(("{\"name\":\"" + name + "\"}").getBytes(UTF_8)));
    }

    private static Policy policy(String text) {
        return PolicyMaker.make(
                SettingsLoader.parse(text, Map.of(), Map.of()).settings(), Map.of());
    }
}
