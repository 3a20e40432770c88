package dev.carrier.runtime.kafka;

import java.util.HashMap;
import java.util.Map;

/**
 * The settings of each kind of client. The operator's properties win over what is a matter of
 * taste, never over what a guarantee rests on.
 */
final class ClientSettings {
    private static final Map<String, String> EVERYBODY = Map.of("enable.metrics.push", "false");

    /** Whoever starts Carrier is not to wait a minute for "Kafka does not answer". */
    private static final Map<String, String> ADMIN =
            Map.of("default.api.timeout.ms", "20000", "request.timeout.ms", "10000");

    private static final Map<String, String> WRITER = Map.of("linger.ms", "0");

    /**
     * With several requests under way, the first batches to a partition that was just created can
     * arrive swapped (the first refused, the second taken): the first is then refused for ever as
     * out of sequence. What waits meanwhile goes in one batch.
     */
    private static final Map<String, String> SAFE_WRITER =
            Map.of(
                    "acks",
                    "all",
                    "enable.idempotence",
                    "true",
                    "max.in.flight.requests.per.connection",
                    "1");

    /**
     * A crashed writer's open transaction blocks every reader until it times out, 60 s by default.
     * The default pause of 100 ms before a retry is what a commit waits for when the one before it
     * is still being completed.
     */
    private static final Map<String, String> TRANSACTIONAL =
            Map.of("transaction.timeout.ms", "5000", "retry.backoff.ms", "5", "linger.ms", "0");

    /** A crashed worker's partitions stay stuck for a session, 45 s by default. */
    private static final Map<String, String> READER =
            Map.of("session.timeout.ms", "6000", "heartbeat.interval.ms", "2000");

    private static final Map<String, String> SAFE_READER =
            Map.of(
                    "isolation.level",
                    "read_committed",
                    "enable.auto.commit",
                    "false",
                    "auto.offset.reset",
                    "earliest",
                    "allow.auto.create.topics",
                    "false");

    private final Map<String, Object> cluster;

    ClientSettings(String bootstrap, Map<String, String> properties) {
        var all = new HashMap<String, Object>(properties);
        all.put("bootstrap.servers", bootstrap);
        this.cluster = Map.copyOf(all);
    }

    Map<String, Object> admin(String clientId) {
        var settings = merged(ADMIN, Map.of(), Map.of());
        settings.put("client.id", clientId);
        return settings;
    }

    Map<String, Object> producer(String clientId) {
        return producer(clientId, Map.of());
    }

    Map<String, Object> producer(String clientId, Map<String, Object> own) {
        var settings = merged(WRITER, own, SAFE_WRITER);
        settings.put("client.id", clientId);
        return settings;
    }

    Map<String, Object> transactionalProducer(String transactionalId, Map<String, Object> own) {
        var settings = merged(TRANSACTIONAL, own, SAFE_WRITER);
        settings.put("transactional.id", transactionalId);
        settings.put("client.id", transactionalId);
        return settings;
    }

    Map<String, Object> consumer(String group, String clientId, Map<String, Object> own) {
        var settings = merged(READER, own, SAFE_READER);
        settings.put("group.id", group);
        settings.put("client.id", clientId);
        return settings;
    }

    Map<String, Object> reader(String clientId) {
        var settings = merged(Map.of(), Map.of(), SAFE_READER);
        settings.remove("group.id");
        settings.put("client.id", clientId);
        return settings;
    }

    /**
     * As {@link #reader}, for one that leaves at the end of what there is: closing waits for a
     * fetch under way, and by default a fetch waits 500 ms for more to come.
     */
    Map<String, Object> readerToTheEnd(String clientId) {
        var settings = reader(clientId);
        settings.put("fetch.max.wait.ms", "10");
        return settings;
    }

    /** Each wins over those before it: taste, the caller's own, the operator's, the guarantees. */
    private Map<String, Object> merged(
            Map<String, String> taste, Map<String, Object> own, Map<String, String> guarantees) {
        var settings = new HashMap<String, Object>(EVERYBODY);
        settings.putAll(taste);
        settings.putAll(own);
        settings.putAll(cluster);
        settings.putAll(guarantees);
        return settings;
    }
}
