package dev.carrier.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carrier.contracts.Memory;
import dev.carrier.contracts.Topic;
import dev.carrier.embedded.TestServers;
import dev.carrier.runtime.SetupProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class TopicReaderIT {
    private final KafkaClients clients =
            new KafkaClients(TestServers.shared().kafka().bootstrap(), Map.of());
    private final TopicReader reader = new TopicReader(clients, "topic-reader-test");

    @Test
    void readsEveryPartitionUpToTheEndThatItHadAndOnlyWhatWasCommitted() throws Exception {
        var topic = created("reader.all");
        try (var producer = clients.transactionalProducer("reader-all")) {
            producer.initTransactions();
            commit(producer, topic, IntStream.range(0, 1_000).mapToObj(i -> "kept-" + i));
            producer.beginTransaction();
            producer.send(record(topic, "a", "taken back"));
            producer.flush();
            producer.abortTransaction();
            try (var records = reader.all(topic)) {
                var found = records.iterator();
                assertThat(text(found.next())).startsWith("kept-");
                commit(producer, topic, Stream.of("written while reading"));
                var rest = new ArrayList<String>();
                found.forEachRemaining(record -> rest.add(text(record)));
                assertThat(rest).hasSize(999).allMatch(text -> text.startsWith("kept-"));
            }
            try (var records = reader.all(topic)) {
                assertThat(records.map(TopicReaderIT::text)).hasSize(1_001);
            }
        }
    }

    @Test
    void readsOneKeyInOrder() throws Exception {
        var topic = created("reader.key");
        try (var producer = clients.producer("reader-key")) {
            for (int i = 0; i < 30; i++) {
                producer.send(record(topic, "key-" + i % 10, "text-" + i)).get();
            }
        }

        for (int key = 0; key < 10; key++) {
            try (var records = reader.ofKey(topic, "key-" + key)) {
                assertThat(records.map(TopicReaderIT::text))
                        .containsExactly("text-" + key, "text-" + (key + 10), "text-" + (key + 20));
            }
        }
    }

    @Test
    void aTopicWithoutRecordsIsAtItsEnd() throws Exception {
        try (var records = reader.all(created("reader.empty"))) {
            assertThat(records).isEmpty();
        }
    }

    @Test
    void aTopicThatDoesNotExistIsSaidInASentence() {
        assertThatThrownBy(() -> reader.all(named("reader.missing")))
                .isInstanceOf(SetupProblem.class)
                .hasMessage(
                        "Topic reader.missing does not exist: start Carrier once, it creates it.");
    }

    private static void commit(
            Producer<byte[], byte[]> producer, Topic<?> topic, Stream<String> texts) {
        producer.beginTransaction();
        texts.forEach(text -> producer.send(record(topic, text, text)));
        producer.commitTransaction();
    }

    private Topic<Memory> created(String name) throws Exception {
        try (var admin = clients.admin("topic-reader-test")) {
            admin.createTopics(List.of(new NewTopic(name, 4, (short) 1))).all().get();
        }
        return named(name);
    }

    private static Topic<Memory> named(String name) {
        return new Topic<>(name, Memory.class, false, "a test's", "a test", "a test");
    }

    private static ProducerRecord<byte[], byte[]> record(Topic<?> topic, String key, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var id = key.getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic.name(), id, bytes);
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}
