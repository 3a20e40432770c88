package dev.carrier.cli;

import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Topics;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicReader;
import dev.carrier.runtime.kafka.TopicSetup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Another cluster with the same records at the same offsets, but for what was altered. */
final class Copy {
    private Copy() {}

    /**
     * Copies what replay reads.
     *
     * @param alter changes values of {@code carrier.results}
     */
    static void of(KafkaClients from, KafkaClients to, int partitions, UnaryOperator<byte[]> alter)
            throws Exception {
        try (var admin = to.admin("copy")) {
            TopicSetup.ensure(admin, partitions, Duration.ofDays(7), 1);
        }
        try (var producer = to.producer("copy")) {
            for (Topic<?> topic :
                    // Effects before causes: what the journal names is there, whatever else
                    // happens.
                    List.of(
                            Topics.JOURNAL,
                            Topics.EVENTS,
                            Topics.RESULTS,
                            Topics.DELIVERIES,
                            Topics.SETTINGS)) {
                for (var record : records(from, topic, alter)) {
                    producer.send(record);
                }
            }
        }
    }

    private static List<ProducerRecord<byte[], byte[]>> records(
            KafkaClients from, Topic<?> topic, UnaryOperator<byte[]> alter) {
        List<ProducerRecord<byte[], byte[]>> copies = new ArrayList<>();
        Map<TopicPartition, Long> next = new HashMap<>();
        boolean inputs = !topic.equals(Topics.JOURNAL) && !topic.equals(Topics.SETTINGS);
        try (var records = new TopicReader(from, "copy").all(topic)) {
            for (ConsumerRecord<byte[], byte[]> record :
                    (Iterable<ConsumerRecord<byte[], byte[]>>) records::iterator) {
                var partition = new TopicPartition(record.topic(), record.partition());
                long at = next.getOrDefault(partition, 0L);
                // The end of a transaction takes an offset: something has to stand there.
                for (; inputs && at < record.offset(); at++) {
                    copies.add(copy(record, new byte[0]));
                }
                next.put(partition, at + 1);
                copies.add(
                        copy(
                                record,
                                topic.equals(Topics.RESULTS)
                                        ? alter.apply(record.value())
                                        : record.value()));
            }
        }
        return copies;
    }

    private static ProducerRecord<byte[], byte[]> copy(
            ConsumerRecord<byte[], byte[]> record, byte[] value) {
        return new ProducerRecord<>(
                record.topic(), record.partition(), record.key(), value, record.headers());
    }
}
