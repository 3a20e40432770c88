package dev.carrier.bench;

import dev.carrier.runtime.kafka.KafkaClients;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What the broker itself takes, from {@code send} to the record in a consumer's hands: 1 KB, 4
 * partitions, {@code acks=all}, no transaction. Measured while Carrier is, on the same broker.
 */
final class RawKafka implements AutoCloseable {
    private static final String TOPIC = "carrier-bench.raw";
    private static final int PARTITIONS = 4;
    private static final int BYTES = 1024;
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration LAST = Duration.ofSeconds(5);

    private final Producer<byte[], byte[]> producer;
    private final Thread reading;
    private final ConcurrentLinkedQueue<Double> took = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sent = new AtomicInteger();
    private volatile boolean closing;

    private RawKafka(KafkaClients kafka, Consumer<byte[], byte[]> reader) {
        this.producer = kafka.producer("carrier-bench-raw");
        this.reading = Thread.ofPlatform().name("bench-raw").unstarted(() -> read(reader));
    }

    /** Makes the topic and begins to read. */
    static RawKafka start(KafkaClients kafka) throws InterruptedException {
        try (var admin = kafka.admin("carrier-bench")) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                var topic = new NewTopic(TOPIC, Optional.of(PARTITIONS), Optional.empty());
                admin.createTopics(Set.of(topic)).all().get();
            }
        } catch (ExecutionException problem) {
            throw new IllegalStateException("no topic to measure Kafka with", problem.getCause());
        }
        List<TopicPartition> partitions =
                IntStream.range(0, PARTITIONS)
                        .mapToObj(number -> new TopicPartition(TOPIC, number))
                        .toList();
        Consumer<byte[], byte[]> reader = kafka.reader("carrier-bench-raw");
        reader.assign(partitions);
        // What an earlier measurement wrote is not ours: the place is taken before the first is
        // sent.
        reader.seekToEnd(partitions);
        partitions.forEach(reader::position);
        RawKafka raw = new RawKafka(kafka, reader);
        raw.reading.start();
        return raw;
    }

    /** Sends one record; its time begins here. */
    void send(int number) {
        sent.incrementAndGet();
        byte[] value = new byte[BYTES];
        ByteBuffer.wrap(value).putLong(System.nanoTime());
        producer.send(new ProducerRecord<>(TOPIC, number % PARTITIONS, null, value));
    }

    /** Forgets what was measured so far, once all of it has arrived. */
    void forget() throws InterruptedException {
        measured();
        took.clear();
        sent.set(0);
    }

    /** What was measured; waits a little for what is under way. */
    Spread measured() throws InterruptedException {
        long until = System.nanoTime() + LAST.toNanos();
        while (took.size() < sent.get() && System.nanoTime() < until) {
            Thread.sleep(TICK);
        }
        return Spread.of(took);
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        try (consumer) {
            while (!closing) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(TICK)) {
                    long nanos = System.nanoTime() - ByteBuffer.wrap(record.value()).getLong();
                    took.add(nanos / 1e6);
                }
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        producer.close(Duration.ofSeconds(2));
        try {
            reading.join(LAST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
