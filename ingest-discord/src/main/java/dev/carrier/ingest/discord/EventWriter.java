package dev.carrier.ingest.discord;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.Headers;
import dev.carrier.contracts.Topics;
import dev.carrier.runtime.kafka.Records;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes events to Kafka and returns when Kafka has them. While Kafka is away it tries for as long
 * as it takes, so whoever calls stands still: that is the backpressure. Thread-safe.
 */
final class EventWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventWriter.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Kafka's own client tries for two minutes before it says anything. */
    static final Duration SLOW = Duration.ofSeconds(10);

    private final Supplier<? extends Producer<byte[], byte[]>> producers;
    private final ReentrantLock lock = new ReentrantLock();
    private Producer<byte[], byte[]> producer;
    private final LongAdder published = new LongAdder();
    private final LongAdder letters = new LongAdder();
    private final InstantSource clock;
    private final Map<List<?>, Instant> underWay =
            Collections.synchronizedMap(new IdentityHashMap<>());
    private volatile boolean away;

    /**
     * @param producers makes a producer with acks=all and idempotence; asked again when one breaks
     */
    EventWriter(Supplier<? extends Producer<byte[], byte[]>> producers, InstantSource clock) {
        this.clock = clock;
        this.producers = producers;
        this.producer = producers.get();
    }

    /**
     * Publishes the records of one conversation in their order; returns when all are acknowledged.
     */
    void write(List<ProducerRecord<byte[], byte[]>> records) throws InterruptedException {
        var left = new ArrayList<>(records);
        underWay.put(left, clock.instant());
        try {
            while (!left.isEmpty()) {
                var current = current();
                int written = attempt(current, left);
                var taken = left.subList(0, written);
                long events = taken.stream().filter(EventWriter::isEvent).count();
                published.add(events);
                letters.add(taken.size() - events);
                taken.clear();
                if (!left.isEmpty()) {
                    Thread.sleep(PAUSE);
                }
            }
        } finally {
            underWay.remove(left);
        }
    }

    private static boolean isEvent(ProducerRecord<byte[], byte[]> record) {
        return record.topic().equals(Topics.EVENTS.name());
    }

    /** Whether the last attempt found Kafka away, or one takes too long. */
    boolean isAway() {
        if (away) {
            return true;
        }
        var tooOld = clock.instant().minus(SLOW);
        synchronized (underWay) {
            return underWay.values().stream().anyMatch(it -> it.isBefore(tooOld));
        }
    }

    /** How many dead letters Kafka has taken. */
    long letters() {
        return letters.sum();
    }

    /** How many events Kafka has taken. */
    long published() {
        return published.sum();
    }

    private int attempt(
            Producer<byte[], byte[]> current, List<ProducerRecord<byte[], byte[]>> records)
            throws InterruptedException {
        int written = 0;
        try {
            var sent = new ArrayList<Future<?>>();
            for (var each : records) {
                sent.add(current.send(each));
            }
            for (var each : sent) {
                each.get();
                written++;
            }
            away = false;
        } catch (InterruptException stopped) {
            throw (InterruptedException) new InterruptedException().initCause(stopped);
        } catch (ExecutionException refused) {
            return written
                    + afterRefusal(
                            current, Optional.ofNullable(refused.getCause()).orElse(refused));
        } catch (KafkaException | IllegalStateException refused) {
            return written + afterRefusal(current, refused);
        }
        return written;
    }

    /** How many records to pass over: one that can never be written must not stop its channel. */
    private int afterRefusal(Producer<byte[], byte[]> broken, Throwable why) {
        if (why instanceof RecordTooLargeException) {
            LOG.atError().setCause(why).log("an event is too large for Kafka and is left out");
            return 1;
        }
        if (!away) {
            away = true;
            LOG.atWarn().addKeyValue("why", why.getMessage()).log("Kafka does not take events");
        }
        if (!(why instanceof RetriableException)) {
            replace(broken);
        }
        return 0;
    }

    private void replace(Producer<byte[], byte[]> broken) {
        lock.lock();
        try {
            if (producer.equals(broken)) {
                broken.close(Duration.ZERO);
                producer = producers.get();
            }
        } finally {
            lock.unlock();
        }
    }

    private Producer<byte[], byte[]> current() {
        lock.lock();
        try {
            return producer;
        } finally {
            lock.unlock();
        }
    }

    /** An event as it is published. */
    static ProducerRecord<byte[], byte[]> toRecord(AccountId account, Event event) {
        return Records.of(
                Topics.EVENTS,
                Places.in(event).conversation(),
                event,
                Map.of(Headers.ACCOUNT, account.value()));
    }

    @Override
    public void close() {
        current().close(Duration.ofSeconds(2));
    }
}
