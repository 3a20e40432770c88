package dev.carrier.runtime.kafka;

import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.measure.KafkaMeters;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Makes Kafka's clients, all of them for bytes. Who calls closes what it got. Each method throws
 * {@link SetupProblem} if the settings are such that no client can be made of them; whether the
 * cluster answers shows at the first use. Thread-safe.
 */
public final class KafkaClients {
    private final String bootstrap;
    private final Map<String, String> properties;
    private final ClientSettings settings;
    private final Optional<KafkaMeters> meters;

    /**
     * @param bootstrap {@code host:port}, several separated by commas
     * @param properties of Kafka's clients, such as {@code security.protocol} and {@code
     *     sasl.jaas.config}; may hold passwords and are never written out
     */
    public KafkaClients(String bootstrap, Map<String, String> properties) {
        this(bootstrap, properties, Optional.empty());
    }

    private KafkaClients(
            String bootstrap, Map<String, String> properties, Optional<KafkaMeters> meters) {
        this.bootstrap = bootstrap;
        this.properties = Map.copyOf(properties);
        this.settings = new ClientSettings(bootstrap, properties);
        this.meters = meters;
    }

    /** The same, whose consumers and producers are measured there until they are closed. */
    public KafkaClients measuredBy(KafkaMeters there) {
        return new KafkaClients(bootstrap, properties, Optional.of(there));
    }

    /** The cluster's address, as it was given. */
    public String bootstrap() {
        return bootstrap;
    }

    /** What the operator set; to be passed to Kafka Streams too. May hold passwords. */
    public Map<String, String> properties() {
        return properties;
    }

    /**
     * An idempotent producer whose records count as written when every replica in sync has them.
     */
    public Producer<byte[], byte[]> producer(String clientId) {
        return producer(clientId, Map.of());
    }

    /** The same, with settings of the caller, over which the operator's win. */
    public Producer<byte[], byte[]> producer(String clientId, Map<String, Object> own) {
        return producer(settings.producer(clientId, own));
    }

    /**
     * A producer for transactions, not yet initialised. Its open transaction is aborted 5 s after
     * its process died.
     *
     * @param transactionalId fixed for a worker's instance, so that its restart takes over; also
     *     the client's id
     */
    public Producer<byte[], byte[]> transactionalProducer(String transactionalId) {
        return transactionalProducer(transactionalId, Map.of());
    }

    /** The same, with settings of the caller, over which the operator's win. */
    public Producer<byte[], byte[]> transactionalProducer(
            String transactionalId, Map<String, Object> own) {
        return producer(settings.transactionalProducer(transactionalId, own));
    }

    /**
     * A member of a group that sees committed records only, commits nothing by itself, and starts
     * at the beginning where the group has no offset. Without life for 6 s it loses its partitions.
     */
    public Consumer<byte[], byte[]> consumer(String group, String clientId) {
        return consumer(group, clientId, Map.of());
    }

    /** The same, with settings of the caller, over which the operator's win. */
    public Consumer<byte[], byte[]> consumer(
            String group, String clientId, Map<String, Object> own) {
        return consumer(settings.consumer(group, clientId, own));
    }

    /**
     * A consumer without a group, for partitions that its owner assigns; committed records only.
     */
    public Consumer<byte[], byte[]> reader(String clientId) {
        return consumer(settings.reader(clientId));
    }

    /** A {@link #reader} that reads what there is and leaves. */
    Consumer<byte[], byte[]> readerToTheEnd(String clientId) {
        return consumer(settings.readerToTheEnd(clientId));
    }

    /** An administration client. */
    public Admin admin(String clientId) {
        var all = settings.admin(clientId);
        return made(() -> Admin.create(all));
    }

    private Producer<byte[], byte[]> producer(Map<String, Object> all) {
        return made(() ->
                meters.<Producer<byte[], byte[]>>map(there -> new MeasuredProducer(all, there))
                        .orElseGet(() ->
                                new KafkaProducer<>(
                                        all,
                                        new ByteArraySerializer(),
                                        new ByteArraySerializer())));
    }

    private Consumer<byte[], byte[]> consumer(Map<String, Object> all) {
        return made(() ->
                meters.<Consumer<byte[], byte[]>>map(there -> new MeasuredConsumer(all, there))
                        .orElseGet(() ->
                                new KafkaConsumer<>(
                                        all,
                                        new ByteArrayDeserializer(),
                                        new ByteArrayDeserializer())));
    }

    private static <C> C made(Supplier<C> client) {
        try {
            return client.get();
        } catch (KafkaException e) {
            throw KafkaTrouble.asSetupProblem(e);
        }
    }

    @Override
    public String toString() {
        return "KafkaClients[" + bootstrap + "]";
    }
}
