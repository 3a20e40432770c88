package dev.carrier.runtime.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** From the beginning of some partitions to the end that they have at construction. */
final class Walk implements Iterator<ConsumerRecord<byte[], byte[]>> {
    private static final Duration POLL = Duration.ofMillis(500);

    /** A cluster that gives nothing for so long, though there is something, is lost. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends;
    private Iterator<ConsumerRecord<byte[], byte[]>> batch = Collections.emptyIterator();

    Walk(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        this.consumer = consumer;
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        // With read_committed: up to the first transaction that is still open.
        this.ends = consumer.endOffsets(partitions);
    }

    @Override
    public boolean hasNext() {
        long start = System.nanoTime();
        while (!batch.hasNext() && !isAtTheEnd()) {
            batch = poll();
            if (!batch.hasNext() && System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new TimeoutException("nothing came for " + PATIENCE.toSeconds() + " s");
            }
        }
        return batch.hasNext();
    }

    /** Passes over what was written before; to be called before anything is read. */
    Walk since(Instant time) {
        Map<TopicPartition, Long> times = new HashMap<>();
        ends.keySet().forEach(partition -> times.put(partition, time.toEpochMilli()));
        consumer.offsetsForTimes(times)
                .forEach((partition, found) ->
                        consumer.seek(
                                partition,
                                found == null
                                        ? Objects.requireNonNull(ends.get(partition))
                                        : found.offset()));
        return this;
    }

    /** What was written after the reading began is left out. */
    private Iterator<ConsumerRecord<byte[], byte[]>> poll() {
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        var polled = consumer.poll(POLL);
        for (var partition : polled.partitions()) {
            long end = Objects.requireNonNull(ends.get(partition));
            polled.records(partition).stream()
                    .filter(record -> record.offset() < end)
                    .forEach(found::add);
        }
        return found.iterator();
    }

    /** Positions count, not records: markers and compacted holes have offsets but no record. */
    private boolean isAtTheEnd() {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    @Override
    public ConsumerRecord<byte[], byte[]> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return batch.next();
    }
}
