package dev.carrier.runtime.kafka;

import dev.carrier.runtime.measure.KafkaMeters;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer that is measured until it is closed. */
final class MeasuredConsumer extends KafkaConsumer<byte[], byte[]> {
    private final KafkaMeters.Measure measure;

    MeasuredConsumer(Map<String, Object> settings, KafkaMeters meters) {
        super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.measure = meters.measure(this::metrics);
    }

    @Override
    public void close() {
        measure.close();
        super.close();
    }

    @Override
    @Deprecated
    public void close(Duration timeout) {
        measure.close();
        super.close(timeout);
    }

    @Override
    public void close(CloseOptions options) {
        measure.close();
        super.close(options);
    }
}
