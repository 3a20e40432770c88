package dev.carrier.cli;

import dev.carrier.contracts.Topic;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.kafka.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** How much is in topics, by their offsets. For one thread. */
final class TopicCounts implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Consumer<byte[], byte[]> consumer;
    private final Set<String> there;

    /**
     * @param partitions 0 when there is no such topic
     * @param records what lies between its first and last offsets
     */
    record Count(Topic<?> topic, int partitions, long records) {}

    TopicCounts(KafkaClients clients) {
        consumer = clients.reader("carrier-topics");
        try {
            there = consumer.listTopics(PATIENCE).keySet();
        } catch (KafkaException problem) {
            consumer.close();
            throw new SetupProblem(
                    "Kafka at "
                            + clients.bootstrap()
                            + " does not answer ("
                            + problem.getMessage()
                            + "): start it, or correct kafka.bootstrap",
                    problem);
        }
    }

    Count of(Topic<?> topic) {
        if (!there.contains(topic.name())) {
            return new Count(topic, 0, 0);
        }
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic.name(), PATIENCE).stream()
                        .map(info -> new TopicPartition(topic.name(), info.partition()))
                        .toList();
        // Kafka's client grumbles about the ends of partitions that it was not given.
        consumer.assign(partitions);
        return new Count(
                topic,
                partitions.size(),
                sum(consumer.endOffsets(partitions, PATIENCE).values())
                        - sum(consumer.beginningOffsets(partitions, PATIENCE).values()));
    }

    private static long sum(Iterable<Long> offsets) {
        long sum = 0;
        for (long offset : offsets) {
            sum += offset;
        }
        return sum;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
