package dev.carrier.runtime.kafka;

import dev.carrier.runtime.measure.KafkaMeters;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A producer that is measured until it is closed. */
final class MeasuredProducer extends KafkaProducer<byte[], byte[]> {
    private final KafkaMeters.Measure measure;

    MeasuredProducer(Map<String, Object> settings, KafkaMeters meters) {
        super(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.measure = meters.measure(this::metrics);
    }

    @Override
    public void close() {
        measure.close();
        super.close();
    }

    @Override
    public void close(Duration timeout) {
        measure.close();
        super.close(timeout);
    }
}
