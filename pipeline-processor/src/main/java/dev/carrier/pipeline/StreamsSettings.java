package dev.carrier.pipeline;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How Kafka Streams runs the processor.
 *
 * @param applicationId names the consumer group and the changelogs: another one is another memory
 * @param bootstrap the brokers
 * @param stateDir a folder of this process alone; holds only locks, as the stores are in memory
 * @param threads at least 1
 * @param properties for the connection (SASL, TLS); no {@code group.instance.id}, see
 *     docs/decisions/0014
 */
public record StreamsSettings(
        String applicationId,
        String bootstrap,
        Path stateDir,
        int threads,
        Map<String, String> properties) {
    public StreamsSettings {
        properties = Map.copyOf(properties);
    }

    /** The same as Kafka Streams reads it. */
    public Properties toProperties() {
        Properties all = new Properties();
        all.putAll(properties);
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        all.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        all.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        all.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        all.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        all.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // Inputs of one task are independent: waiting for the slower topic would only cost time.
        all.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, -1L);
        // The processor asks for a commit when it wrote; this is for inputs that wrote nothing but
        // their entry in the journal, for which nobody waits.
        all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 500L);
        // At most so long, when nothing is due (StreamsClients): Streams looks after its own
        // business between polls, too.
        all.put(StreamsConfig.POLL_MS_CONFIG, 100L);
        all.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 0);
        // With several requests under way, the first of a transaction can be told to wait for the
        // end of the last one and the second be refused as out of sequence until it is sent again.
        all.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION),
                1);
        // A new transaction waits for the end of the last one by retrying.
        all.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 5L);
        // What a killed worker left open holds up every reader for this long.
        all.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 5000);
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6000);
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1500);
        return all;
    }
}
