package dev.carrier.runtime.feed;

import dev.carrier.contracts.Json;
import dev.carrier.contracts.SettingsVersion;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Unreadable;
import dev.carrier.runtime.kafka.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all partitions of {@code carrier.settings} from the beginning, for as long as it lives, on
 * a thread of its own. What stops a read is tried again from the beginning with a new consumer:
 * reading twice changes nothing.
 */
final class FeedReader implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FeedReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** What is done with a version. */
    interface Taker {
        void take(SettingsVersion version, long writtenAt);
    }

    private final KafkaClients clients;
    private final String clientId;
    private final Taker taker;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile Optional<Consumer<byte[], byte[]>> reading = Optional.empty();
    private volatile Optional<String> trouble = Optional.empty();

    FeedReader(KafkaClients clients, String clientId, Taker taker) {
        this.clients = clients;
        this.clientId = clientId;
        this.taker = taker;
        this.thread = Thread.ofPlatform().daemon().name("settings-feed").start(this::run);
    }

    boolean awaitCaughtUp(Duration atMost) throws InterruptedException {
        return caughtUp.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    Optional<String> trouble() {
        return trouble;
    }

    @Override
    public void close() {
        closing.countDown();
        reading.ifPresent(Consumer::wakeup);
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed(Duration.ZERO)) {
            try (var consumer = clients.reader(clientId)) {
                reading = Optional.of(consumer);
                read(consumer);
            } catch (WakeupException _) {
                // close() woke it; the loop ends.
            } catch (RuntimeException problem) {
                trouble = Optional.of("the settings cannot be read: " + problem.getMessage());
                log.atWarn().setCause(problem).log("the settings cannot be read, trying again");
                closed(PAUSE);
            } finally {
                reading = Optional.empty();
            }
        }
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        String topic = Topics.SETTINGS.name();
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + topic);
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        while (!closed(Duration.ZERO)) {
            consumer.poll(POLL).forEach(this::take);
            trouble = Optional.empty();
            if (caughtUp.getCount() > 0
                    && end.entrySet().stream()
                            .allMatch(one -> consumer.position(one.getKey()) >= one.getValue())) {
                caughtUp.countDown();
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            taker.take(Json.read(Topics.SETTINGS, record.value()), record.timestamp());
        } catch (Unreadable problem) {
            log.atWarn()
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", problem.getMessage())
                    .log("a version of the settings cannot be read and is passed over");
        }
    }

    private boolean closed(Duration wait) {
        try {
            return closing.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
