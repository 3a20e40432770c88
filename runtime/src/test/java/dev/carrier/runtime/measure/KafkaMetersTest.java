package dev.carrier.runtime.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.runtime.http.Meters;
import dev.carrier.runtime.kafka.KafkaClients;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.stats.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KafkaMetersTest {
    private final Meters meters = new Meters("test");

    @AfterEach
    void close() {
        meters.close();
    }

    @Test
    void aClientIsMeasuredUntilItIsClosed() {
        var clients = new KafkaClients("127.0.0.1:1", Map.of()).measuredBy(meters.kafka());
        var producer = clients.producer("speaks");

        assertThat(meters.scrape())
                .contains("kafka_producer_record_send_total{client_id=\"speaks\"");
        producer.close(Duration.ZERO);
        assertThat(meters.scrape()).doesNotContain("client_id=\"speaks\"");
    }

    @Test
    void fewOfHundredsAreKept() {
        var clients = new KafkaClients("127.0.0.1:1", Map.of()).measuredBy(meters.kafka());
        try (var consumer = clients.consumer("group", "hears")) {
            assertThat(consumer.metrics()).hasSizeGreaterThan(50);
            assertThat(meters.scrape().lines().filter(line -> line.contains("\"hears\"")))
                    .hasSizeBetween(1, 3);
        }
    }

    @Test
    void lagIsThatOfEachPartitionOnceHoweverItsTopicIsWritten() {
        try (var kafka = new Metrics()) {
            lag(kafka, "carrier.events", "0", 3);
            lag(kafka, "carrier_events", "0", 3);
            lag(kafka, "carrier.events", "1", 4);

            assertThat(Lag.of(kafka.metrics())).isEqualTo(7);
        }
    }

    private static void lag(Metrics kafka, String topic, String partition, double records) {
        var name =
                new MetricName(
                        "records-lag",
                        "consumer-fetch-manager-metrics",
                        "",
                        Map.of("client-id", "hears", "topic", topic, "partition", partition));
        var sensor = kafka.sensor(topic + partition);
        sensor.add(name, new Value());
        sensor.record(records);
    }
}
