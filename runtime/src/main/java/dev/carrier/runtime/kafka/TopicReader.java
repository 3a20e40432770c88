package dev.carrier.runtime.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.contracts.Topic;
import dev.carrier.runtime.SetupProblem;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * Reads a topic from its beginning to the end that it has when reading begins: committed records
 * only, in the order of their partition. The streams are lazy, for one thread, and hold a
 * connection: close them. Reading belongs to no group and moves nobody's offset.
 */
public final class TopicReader {
    private final KafkaClients clients;
    private final String clientId;

    /**
     * @param clientId by which the cluster knows the reader
     */
    public TopicReader(KafkaClients clients, String clientId) {
        this.clients = clients;
        this.clientId = clientId;
    }

    /**
     * Everything.
     *
     * @throws SetupProblem if the topic does not exist or the cluster does not answer
     */
    public Stream<ConsumerRecord<byte[], byte[]>> all(Topic<?> topic) {
        return read(topic, count -> everyPartition(topic.name(), count), walk -> walk);
    }

    /**
     * What one key holds; reads its partition only.
     *
     * @throws SetupProblem if the topic does not exist or the cluster does not answer
     */
    public Stream<ConsumerRecord<byte[], byte[]>> ofKey(Topic<?> topic, String key) {
        return ofKey(topic, key, walk -> walk);
    }

    /**
     * What one key holds since a time, by the time that its records carry.
     *
     * @throws SetupProblem if the topic does not exist or the cluster does not answer
     */
    public Stream<ConsumerRecord<byte[], byte[]>> ofKeySince(
            Topic<?> topic, String key, Instant since) {
        return ofKey(topic, key, walk -> walk.since(since));
    }

    private Stream<ConsumerRecord<byte[], byte[]>> ofKey(
            Topic<?> topic, String key, UnaryOperator<Walk> from) {
        byte[] bytes = key.getBytes(UTF_8);
        Predicate<ConsumerRecord<byte[], byte[]>> isOfKey =
                record -> Arrays.equals(record.key(), bytes);
        return read(topic, count -> List.of(partitionOf(topic.name(), bytes, count)), from)
                .filter(isOfKey);
    }

    /** Where the default partitioner of Kafka's producers puts a key. */
    static TopicPartition partitionOf(String topic, byte[] key, int count) {
        return new TopicPartition(topic, Utils.toPositive(Utils.murmur2(key)) % count);
    }

    private static List<TopicPartition> everyPartition(String topic, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
    }

    private Stream<ConsumerRecord<byte[], byte[]>> read(
            Topic<?> topic, IntFunction<List<TopicPartition>> choose, UnaryOperator<Walk> from) {
        Consumer<byte[], byte[]> consumer = clients.readerToTheEnd(clientId);
        try {
            int count = consumer.partitionsFor(topic.name()).size();
            if (count == 0) {
                throw new SetupProblem(
                        "Topic %s does not exist: start Carrier once, it creates it."
                                .formatted(topic.name()));
            }
            var walk = from.apply(new Walk(consumer, choose.apply(count)));
            var records =
                    Spliterators.spliteratorUnknownSize(
                            walk, Spliterator.ORDERED | Spliterator.NONNULL);
            return StreamSupport.stream(records, false).onClose(consumer::close);
        } catch (RuntimeException e) {
            consumer.close();
            throw e instanceof SetupProblem ? e : KafkaTrouble.asSetupProblem(e);
        }
    }
}
