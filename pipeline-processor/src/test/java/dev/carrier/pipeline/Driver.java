package dev.carrier.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Travels;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology on Kafka's test driver, which has its own clock; keeps all that went in and out. */
final class Driver implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final TopologyTestDriver driver;

    Driver(PolicyInForce policy, String build, Path folder) {
        Properties properties =
                new StreamsSettings("test", "unused:9092", folder, 1, Map.of()).toProperties();
        driver =
                new TopologyTestDriver(
                        CarrierTopology.topology(() -> policy, build), properties, START);
    }

    void hear(Topic<?> topic, ConversationId in, Travels value) {
        hear(topic, in, Json.write(value));
    }

    void hear(Topic<?> topic, ConversationId in, byte[] value) {
        driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(in.value().getBytes(UTF_8), value));
    }

    void after(Duration time) {
        driver.advanceWallClockTime(time);
    }

    <V extends Travels> List<V> said(Topic<V> topic) {
        TestOutputTopic<byte[], byte[]> output =
                driver.createOutputTopic(
                        topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<V> values = new ArrayList<>();
        output.readValuesToList().forEach(bytes -> values.add(Json.read(topic, bytes)));
        return values;
    }

    @Override
    public void close() {
        driver.close();
    }
}
