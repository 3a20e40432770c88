package dev.carrier.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.Memory;
import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Topics;
import dev.carrier.embedded.TestServers;
import dev.carrier.runtime.SetupProblem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicSetupIT {
    private static final Duration WEEK = Duration.ofDays(7);

    private Admin admin;

    @BeforeEach
    void connect() {
        var kafka = TestServers.shared().kafka();
        admin = new KafkaClients(kafka.bootstrap(), Map.of()).admin("topic-setup-test");
    }

    @AfterEach
    void disconnect() {
        admin.close();
    }

    @Test
    void severalWorkersThatStartAtOnceCreateEveryTopicOnce() throws Exception {
        var workers =
                Stream.generate(() ->
                                CompletableFuture.runAsync(
                                        () -> TopicSetup.ensure(admin, 4, WEEK, 1)))
                        .limit(4)
                        .toList();
        workers.forEach(CompletableFuture::join);

        assertThat(admin.listTopics().names().get())
                .containsAll(Topics.all().stream().map(Topic::name).toList());
        var events = settingsOf(Topics.EVENTS);
        assertThat(events.get("cleanup.policy").value()).isEqualTo("delete");
        assertThat(events.get("retention.ms").value()).isEqualTo("604800000");
        assertThat(events.get("segment.ms").value()).isEqualTo("86400000");
        assertThat(settingsOf(Topics.SETTINGS).get("cleanup.policy").value()).isEqualTo("compact");
    }

    @Test
    void anotherNumberOfPartitionsIsRefused() {
        var topics = List.of(named("setup.partitions"));
        TopicSetup.ensure(admin, topics, 2, WEEK, 1);

        assertThatThrownBy(() -> TopicSetup.ensure(admin, topics, 4, WEEK, 1))
                .isInstanceOf(SetupProblem.class)
                .hasMessage(
                        "Topic setup.partitions has 2 partitions, but the settings ask for 4:"
                                + " set kafka.partitions to 2, or start with empty topics.");
    }

    @Test
    void moreCopiesThanBrokersAreRefused() {
        var topics = List.of(named("setup.copies"));

        assertThatThrownBy(() -> TopicSetup.ensure(admin, topics, 4, WEEK, 3))
                .isInstanceOf(SetupProblem.class)
                .hasMessageContaining("ask for fewer copies");
    }

    @Test
    void aChangedRetentionReachesTopicsThatExist() {
        var topic = named("setup.retention");
        TopicSetup.ensure(admin, List.of(topic), 4, WEEK, 1);

        TopicSetup.ensure(admin, List.of(topic), 4, Duration.ofHours(2), 1);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(settingsOf(topic).get("retention.ms").value())
                                .isEqualTo("7200000"));
    }

    private static Topic<Memory> named(String name) {
        return new Topic<>(name, Memory.class, false, "a test's", "a test", "a test");
    }

    private Config settingsOf(Topic<?> topic) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        return admin.describeConfigs(List.of(resource)).all().get().get(resource);
    }
}
