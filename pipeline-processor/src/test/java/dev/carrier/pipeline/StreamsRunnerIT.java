package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Travels;
import dev.carrier.embedded.TestServers;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.Records;
import dev.carrier.runtime.kafka.TopicReader;
import dev.carrier.runtime.kafka.TopicSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor on a real broker, with real transactions, stopped and started. */
class StreamsRunnerIT {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final Place CAFE = Places.channel("7007");

    @TempDir Path folder;
    private KafkaClients clients;
    private StreamsRunner runner;

    @BeforeEach
    void start() {
        clients = new KafkaClients(TestServers.shared().kafka().bootstrap(), Map.of());
        try (var admin = clients.admin("runner-test")) {
            TopicSetup.ensure(admin, 4, Duration.ofDays(7), 1);
        }
        runner = run();
    }

    @AfterEach
    void stop() {
        runner.close();
    }

    private StreamsRunner run() {
        PolicyInForce policy = PolicyInForce.of(Policies.defaults().done());
        var started =
                new StreamsRunner(
                        CarrierTopology.topology(() -> policy, "build-1"),
                        new StreamsSettings(
                                "runner-test", clients.bootstrap(), folder, 2, Map.of()));
        started.start();
        await().atMost(LONG).until(started::ready);
        return started;
    }

    private <V extends Travels> List<V> read(Topic<V> topic, ConversationId in) {
        try (var records = new TopicReader(clients, "runner-test").ofKey(topic, in.value())) {
            return records.map(ConsumerRecord::value)
                    .map(value -> Json.read(topic, value))
                    .toList();
        }
    }

    private void mention(long message) {
        Saying saying =
                new Saying(
                        EventId.discordSaid(Long.toString(message)),
                        CAFE,
                        Instant.now(),
                        "bo",
                        "hello @Ada");
        try (Producer<byte[], byte[]> producer = clients.producer("runner-test")) {
            producer.send(
                    Records.of(Topics.EVENTS, CAFE.conversation(), saying.mentioning(ADA).event()));
        }
    }

    @Test
    void whatWasGatheredWhenItStoppedIsThoughtAboutOnceItRunsAgain() {
        mention(1001);
        await().atMost(LONG).until(() -> !read(Topics.JOURNAL, CAFE.conversation()).isEmpty());
        runner.close();
        runner = run();

        await().atMost(LONG).until(() -> !read(Topics.STEPS, CAFE.conversation()).isEmpty());
        mention(1002);
        await().atMost(LONG).until(() -> read(Topics.JOURNAL, CAFE.conversation()).size() >= 3);
        List<Step> steps = read(Topics.STEPS, CAFE.conversation());
        assertThat(steps).hasSize(1);
        assertThat(((Step.Think) steps.getFirst()).triggers())
                .contains(EventId.discordSaid("1001"));
        assertThat(read(Topics.JOURNAL, CAFE.conversation()))
                .extracting(record -> ((JournalRecord.Entry) record).sequence())
                .startsWith(1L, 2L, 3L);
    }
}
