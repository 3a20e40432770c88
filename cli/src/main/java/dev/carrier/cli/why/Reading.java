package dev.carrier.cli.why;

import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Travels;
import dev.carrier.contracts.Unreadable;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.Records;
import dev.carrier.runtime.kafka.TopicReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads values out of topics; what cannot be read is passed over, it has its dead letter. */
final class Reading {
    private final TopicReader reader;

    Reading(KafkaClients clients) {
        this.reader = new TopicReader(clients, "carrier-why");
    }

    /** What a topic holds of a conversation, in order. */
    <V extends Travels> List<Kept<V>> of(Topic<V> topic, ConversationId conversation) {
        try (var records = reader.ofKey(topic, conversation.value())) {
            return values(topic, records).toList();
        }
    }

    /** The values of a whole topic that are wanted, in the order of their partitions. */
    <V extends Travels> List<Kept<V>> all(Topic<V> topic, Predicate<V> wanted) {
        try (var records = reader.all(topic)) {
            return values(topic, records).filter(kept -> wanted.test(kept.value())).toList();
        }
    }

    private static <V extends Travels> Stream<Kept<V>> values(
            Topic<V> topic, Stream<ConsumerRecord<byte[], byte[]>> records) {
        return records.map(record -> kept(topic, record)).flatMap(Optional::stream);
    }

    private static <V extends Travels> Optional<Kept<V>> kept(
            Topic<V> topic, ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(
                    new Kept<>(
                            Json.read(topic, record.value()),
                            Records.ref(record),
                            Instant.ofEpochMilli(record.timestamp())));
        } catch (Unreadable notForUs) {
            return Optional.empty();
        }
    }
}
