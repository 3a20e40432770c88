package dev.carrier.cli.up;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Unreadable;
import dev.carrier.runtime.kafka.KafkaClients;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads what the processor makes of what was fetched after a downtime. */
final class Decisions {
    private static final Duration LOOK = Duration.ofMillis(200);

    private Decisions() {}

    /**
     * Reads until it is known of everything that was fetched whether it is answered; blocks, at
     * most so long.
     *
     * @param since when Carrier started
     * @param fetched how many messages each account fetched
     */
    static CaughtUp read(
            KafkaClients kafka, Instant since, Map<AccountId, Integer> fetched, Duration atMost) {
        CaughtUp sum = new CaughtUp();
        Instant until = Instant.now().plus(atMost);
        try (Consumer<byte[], byte[]> consumer = kafka.reader("carrier-catch-up")) {
            from(consumer, since);
            while (!knows(sum, fetched) && Instant.now().isBefore(until)) {
                consumer.poll(LOOK).forEach(record -> take(sum, record));
            }
        }
        return sum;
    }

    private static boolean knows(CaughtUp sum, Map<AccountId, Integer> fetched) {
        return fetched.entrySet().stream().allMatch(one -> sum.knows(one.getKey(), one.getValue()));
    }

    private static void from(Consumer<byte[], byte[]> consumer, Instant since) {
        Map<TopicPartition, Long> times = new HashMap<>();
        for (var topic : List.of(Topics.EVENTS, Topics.STEPS, Topics.JOURNAL)) {
            consumer.partitionsFor(topic.name())
                    .forEach(info ->
                            times.put(
                                    new TopicPartition(info.topic(), info.partition()),
                                    since.toEpochMilli()));
        }
        consumer.assign(times.keySet());
        consumer.seekToEnd(times.keySet());
        consumer.offsetsForTimes(times)
                .forEach((partition, at) -> {
                    if (at != null) {
                        consumer.seek(partition, at.offset());
                    }
                });
    }

    private static void take(CaughtUp sum, ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.topic().equals(Topics.EVENTS.name())) {
                sum.heard(Json.read(Topics.EVENTS, record.value()));
            } else if (record.topic().equals(Topics.STEPS.name())) {
                if (Json.read(Topics.STEPS, record.value()) instanceof Step.Think think) {
                    sum.asked(think);
                }
            } else if (Json.read(Topics.JOURNAL, record.value())
                    instanceof JournalRecord.Entry entry) {
                sum.decided(entry);
            }
        } catch (Unreadable skipped) {
            // The workers put it aside and say so.
            return;
        }
    }
}
