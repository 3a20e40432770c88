package dev.carrier.cli.replay;

import dev.carrier.contracts.Json;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.contracts.RecordRef;
import dev.carrier.contracts.SettingsVersion.PolicyVersion;
import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Topics;
import dev.carrier.pipeline.replay.RecordedTopics;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * What was recorded, as it stands in Kafka: inputs are looked up where the journal says that they
 * are, policies are read once. Belongs to no group and moves nobody's offset. For one thread.
 */
final class KafkaTopics implements RecordedTopics, AutoCloseable {
    private static final List<Topic<?>> INPUTS =
            List.of(Topics.EVENTS, Topics.RESULTS, Topics.DELIVERIES);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<PolicyHash, Policy> policies = new HashMap<>();
    private final Map<TopicPartition, Block> blocks = new HashMap<>();
    private final Map<TopicPartition, Long> beginnings;
    private final Map<TopicPartition, Long> ends;
    private final Consumer<byte[], byte[]> consumer;

    KafkaTopics(KafkaClients clients) {
        try (var versions = new TopicReader(clients, "carrier-replay").all(Topics.SETTINGS)) {
            versions.filter(record -> record.value() != null)
                    .map(record -> Json.read(Topics.SETTINGS, record.value()))
                    .forEach(version -> {
                        if (version instanceof PolicyVersion policy) {
                            policies.put(policy.hash(), policy.policy());
                        }
                    });
        }
        consumer = clients.reader("carrier-replay-inputs");
        for (Topic<?> topic : INPUTS) {
            consumer.partitionsFor(topic.name())
                    .forEach(info ->
                            blocks.put(
                                    new TopicPartition(info.topic(), info.partition()),
                                    new Block()));
        }
        consumer.assign(blocks.keySet());
        consumer.seekToBeginning(blocks.keySet());
        consumer.pause(blocks.keySet());
        beginnings = consumer.beginningOffsets(blocks.keySet());
        ends = consumer.endOffsets(blocks.keySet());
    }

    @Override
    public Optional<Policy> policy(PolicyHash version) {
        return Optional.ofNullable(policies.get(version));
    }

    @Override
    public Optional<Recorded> record(RecordRef at) {
        TopicPartition partition = new TopicPartition(at.topic(), at.partition());
        Block block = blocks.get(partition);
        if (block == null
                || at.offset() < beginnings.getOrDefault(partition, 0L)
                || at.offset() >= ends.getOrDefault(partition, 0L)) {
            return Optional.empty();
        }
        Optional<Recorded> known = block.at(at.offset());
        return known.isPresent() ? known : read(partition, block, at.offset());
    }

    private Optional<Recorded> read(TopicPartition partition, Block block, long offset) {
        if (consumer.position(partition) > offset) {
            block.clear();
            consumer.seek(partition, offset);
        }
        List<TopicPartition> only = List.of(partition);
        consumer.resume(only);
        long began = System.nanoTime();
        while (consumer.position(partition) <= offset) {
            consumer.poll(POLL).records(partition).forEach(block::add);
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new TimeoutException(
                        partition + " gave nothing for " + PATIENCE.toSeconds() + " s");
            }
        }
        consumer.pause(only);
        return block.at(offset);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
