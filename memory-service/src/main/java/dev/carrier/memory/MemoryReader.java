package dev.carrier.memory;

import dev.carrier.contracts.Json;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Unreadable;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.measure.Lag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Reads what was heard, said and learnt, and hands it to memory; commits only what memory took.
 * While Redis is away it holds its place and tries again. One thread; {@link #close} may be called
 * from any.
 */
final class MemoryReader implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MemoryReader.class);
    private static final String GROUP = "carrier-memory-service";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final KafkaClients clients;
    private final Remembering remembering;
    private final AtomicReference<Optional<String>> trouble =
            new AtomicReference<>(Optional.of("not started"));
    private final AtomicReference<Optional<Consumer<byte[], byte[]>>> current =
            new AtomicReference<>(Optional.empty());
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    MemoryReader(KafkaClients clients, Remembering remembering) {
        this.clients = clients;
        this.remembering = remembering;
        this.thread = Thread.ofPlatform().name("memory-reader").start(this::run);
    }

    /** What keeps memory from taking in, in a few words; empty when nothing does. */
    Optional<String> trouble() {
        return trouble.get();
    }

    /** Records that wait to be read, as far as is known. */
    double lag() {
        return current.get().map(consumer -> Lag.of(consumer.metrics())).orElse(0.0);
    }

    @Override
    public void close() {
        closing.countDown();
        current.get().ifPresent(Consumer::wakeup);
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed()) {
            try (Consumer<byte[], byte[]> consumer = clients.consumer(GROUP, "memory-service")) {
                current.set(Optional.of(consumer));
                consumer.subscribe(
                        List.of(
                                Topics.EVENTS.name(),
                                Topics.DELIVERIES.name(),
                                Topics.MEMORIES.name()));
                while (!closed()) {
                    takeIn(consumer, consumer.poll(POLL));
                }
            } catch (WakeupException stop) {
                if (!closed()) {
                    throw stop;
                }
            } catch (KafkaException problem) {
                trouble.set(Optional.of("Kafka: " + problem.getClass().getSimpleName()));
                log.atWarn()
                        .addKeyValue("problem", problem.getClass().getSimpleName())
                        .log("memory-service: Kafka failed, reading anew");
                rest(Duration.ofSeconds(1));
            } finally {
                current.set(Optional.empty());
            }
        }
    }

    private void takeIn(
            Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
        if (records.isEmpty()) {
            if (!consumer.assignment().isEmpty()) {
                trouble.set(Optional.empty());
            }
            return;
        }
        Duration pause = Duration.ofMillis(200);
        for (TopicPartition partition : records.partitions()) {
            for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                while (!taken(record)) {
                    if (closed()) {
                        return;
                    }
                    keepPlace(consumer);
                    rest(pause);
                    pause =
                            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                                    ? LONGEST_PAUSE
                                    : pause.multipliedBy(2);
                }
            }
        }
        consumer.commitSync();
        trouble.set(Optional.empty());
    }

    /** Stays a member of the group without fetching more. */
    private static void keepPlace(Consumer<byte[], byte[]> consumer) {
        consumer.pause(consumer.assignment());
        consumer.poll(Duration.ZERO);
        consumer.resume(consumer.assignment());
    }

    private boolean taken(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.topic().equals(Topics.EVENTS.name())) {
                remembering.heard(Json.read(Topics.EVENTS, record.value()));
            } else if (record.topic().equals(Topics.DELIVERIES.name())) {
                remembering.delivered(Json.read(Topics.DELIVERIES, record.value()));
            } else {
                remembering.told(Json.read(Topics.MEMORIES, record.value()));
            }
            return true;
        } catch (Unreadable problem) {
            // The processor reads the same record and puts it aside; here it only is passed over.
            log.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", problem.getMessage())
                    .log("memory-service: unreadable record passed over");
            return true;
        } catch (JedisException away) {
            trouble.set(Optional.of("Redis: " + away.getClass().getSimpleName()));
            log.atWarn()
                    .addKeyValue("problem", away.getClass().getSimpleName())
                    .log("memory-service: Redis is away, holding the place");
            return false;
        }
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }

    private void rest(Duration pause) {
        try {
            if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
