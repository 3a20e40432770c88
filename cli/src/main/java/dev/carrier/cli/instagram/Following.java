package dev.carrier.cli.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.Headers;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.RecordRef;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Unreadable;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.Records;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/** Writes orders, and reads along what becomes of them from then on. One thread. */
final class Following implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final KafkaClients kafka;
    private final Consumer<byte[], byte[]> consumer;

    /** Begins; what happens after it returns is read. */
    Following(KafkaClients kafka) {
        this.kafka = kafka;
        this.consumer = kafka.reader("carrier-instagram");
        List<TopicPartition> all = new ArrayList<>();
        for (var topic : List.of(Topics.DELIVERIES, Topics.JOURNAL)) {
            consumer.partitionsFor(topic.name())
                    .forEach(info -> all.add(new TopicPartition(info.topic(), info.partition())));
        }
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
    }

    /**
     * Records an order; it is done from then on, whether anybody follows it or not.
     *
     * @return where it stands
     * @throws SetupProblem when Kafka does not take it within 30 s
     */
    RecordRef write(ConversationId in, AccountId account, Event order) throws InterruptedException {
        try (Producer<byte[], byte[]> producer = kafka.producer("carrier-instagram")) {
            RecordMetadata written =
                    producer.send(
                                    Records.of(
                                            Topics.EVENTS,
                                            in,
                                            order,
                                            Map.of(Headers.ACCOUNT, account.value())))
                            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return new RecordRef(written.topic(), written.partition(), written.offset());
        } catch (ExecutionException | TimeoutException problem) {
            throw new SetupProblem(
                    "Kafka at " + kafka.bootstrap() + " did not take the order (" + problem + ")",
                    "see whether it runs; ./carrier instagram status tells whether it was taken after"
                            + " all");
        }
    }

    /** What has come within a time. */
    List<Told> read(Story story, Duration atMost) {
        List<Told> told = new ArrayList<>();
        consumer.poll(atMost).forEach(record -> told.addAll(take(story, record)));
        return told;
    }

    private static List<Told> take(Story story, ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.topic().equals(Topics.DELIVERIES.name())) {
                return story.delivered(Json.read(Topics.DELIVERIES, record.value()));
            }
            return Json.read(Topics.JOURNAL, record.value()) instanceof JournalRecord.Entry entry
                    ? story.decided(entry)
                    : List.of();
        } catch (Unreadable newer) {
            // A record of a newer build concerns no order of this one.
            return List.of();
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
