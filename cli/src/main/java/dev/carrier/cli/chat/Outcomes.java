package dev.carrier.cli.chat;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Unreadable;
import dev.carrier.runtime.kafka.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** Follows the journal and tells how each message ended. Thread-safe. */
final class Outcomes implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<EventId, CompletableFuture<Outcome>> all = new ConcurrentHashMap<>();
    private final Consumer<byte[], byte[]> consumer;

    Outcomes(KafkaClients clients) {
        consumer = clients.reader("carrier-chat");
        List<TopicPartition> partitions =
                consumer.partitionsFor(Topics.JOURNAL.name()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Thread.ofVirtual().name("chat-outcomes").start(this::read);
    }

    /** How the message ended; complete once it has. */
    CompletableFuture<Outcome> of(EventId message) {
        return all.computeIfAbsent(message, one -> new CompletableFuture<>());
    }

    private void read() {
        try (consumer) {
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(POLL).forEach(this::take);
            }
        } catch (WakeupException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (Json.read(Topics.JOURNAL, record.value()) instanceof JournalRecord.Entry entry) {
                entry.outcomes().forEach(outcome -> of(outcome.event()).complete(outcome));
            }
        } catch (Unreadable newer) {
            // A record of a newer build concerns no message of this chat.
            return;
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
    }
}
