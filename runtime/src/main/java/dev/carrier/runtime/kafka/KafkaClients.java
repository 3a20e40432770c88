package dev.carrier.runtime.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Makes clients of one Kafka cluster; keys and values are bytes. Thread-safe; who asks for a client
 * closes it.
 */
public final class KafkaClients {
    /** A crashed worker's open transaction blocks every reader until then. */
    static final int TRANSACTION_TIMEOUT_MS = 5_000;

    /** A crashed worker's partitions stay stuck until then. */
    static final int SESSION_TIMEOUT_MS = 6_000;

    private final String bootstrap;
    private final Map<String, String> properties;

    /**
     * @param bootstrap such as {@code 127.0.0.1:19092}; several with commas
     * @param properties settings of the operator (SASL, TLS); they win over the defaults here
     */
    public KafkaClients(String bootstrap, Map<String, String> properties) {
        this.bootstrap = bootstrap;
        this.properties = Map.copyOf(properties);
    }

    /** Where the cluster is. */
    public String bootstrap() {
        return bootstrap;
    }

    /** What the operator set; to be passed to Kafka Streams too. */
    public Map<String, String> properties() {
        return properties;
    }

    /** A producer that waits for all replicas and repeats nothing. */
    public Producer<byte[], byte[]> producer(String clientId) {
        Map<String, Object> settings = producing();
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        return producer(settings);
    }

    /** A producer of transactions; {@code initTransactions} is left to the caller. */
    public Producer<byte[], byte[]> transactionalProducer(String transactionalId) {
        return transactionalProducer(transactionalId, Map.of());
    }

    /** The same, with settings of the caller, over which the operator's win. */
    public Producer<byte[], byte[]> transactionalProducer(
            String transactionalId, Map<String, Object> own) {
        Map<String, Object> settings = producing();
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, transactionalId);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        // With the default of 100 ms a commit right after another waits that long for the markers.
        settings.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 5);
        settings.putAll(own);
        return producer(settings);
    }

    /** A consumer of committed records that commits nothing by itself, from the earliest on. */
    public Consumer<byte[], byte[]> consumer(String group, String clientId) {
        return consumer(group, clientId, Map.of());
    }

    /** The same, with settings of the caller, over which the operator's win. */
    public Consumer<byte[], byte[]> consumer(
            String group, String clientId, Map<String, Object> own) {
        Map<String, Object> settings = common();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, SESSION_TIMEOUT_MS / 3);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.putAll(own);
        settings.putAll(properties);
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** For topics and groups. */
    public Admin admin(String clientId) {
        Map<String, Object> settings = common();
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, clientId);
        settings.putAll(properties);
        return Admin.create(settings);
    }

    private Producer<byte[], byte[]> producer(Map<String, Object> settings) {
        settings.putAll(properties);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> producing() {
        Map<String, Object> settings = common();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return settings;
    }

    private Map<String, Object> common() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return settings;
    }
}
