package dev.carrier.runtime.settings;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Kafka.
 *
 * @param bootstrap host:port, …; empty: the embedded broker
 * @param port of the embedded broker; 0 takes a free one
 * @param retention of the topics that are not compacted
 * @param partitions of the co-partitioned topics, chosen once
 * @param properties of Kafka's clients: SASL, TLS. May hold passwords: never written out
 */
public record KafkaSettings(
        String bootstrap,
        int port,
        Duration retention,
        int partitions,
        SortedMap<String, String> properties) {
    public KafkaSettings {
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }

    public boolean embedded() {
        return bootstrap.isBlank();
    }

    @Override
    public String toString() {
        return "KafkaSettings[bootstrap=%s, port=%d, retention=%s, partitions=%d, properties=%s]"
                .formatted(bootstrap, port, retention, partitions, properties.keySet());
    }
}
