package dev.carrier.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.Recollection;
import dev.carrier.contracts.RecordRef;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Travels;
import dev.carrier.contracts.Usage;
import dev.carrier.pipeline.replay.RecordedTopics.Recorded;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** The topology on Kafka's test driver, which has its own clock; keeps all that went in and out. */
final class Driver implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    static final Place CAFE = Places.channel("7");

    private final TopologyTestDriver driver;
    private final Map<String, Long> offsets = new HashMap<>();
    final Map<RecordRef, Recorded> recorded = new HashMap<>();
    final List<JournalRecord> journal = new ArrayList<>();

    Driver(Supplier<PolicyInForce> policy, String build, Path folder, Instant start) {
        Properties properties =
                new StreamsSettings("test", "unused:9092", folder, 1, Map.of()).toProperties();
        driver = new TopologyTestDriver(CarrierTopology.topology(policy, build), properties, start);
    }

    Driver(Policies policies, Path folder) {
        this(supplier(policies), "build-1", folder, START);
    }

    private static Supplier<PolicyInForce> supplier(Policies policies) {
        PolicyInForce inForce = PolicyInForce.of(policies.done());
        return () -> inForce;
    }

    /** What Bo says in the café. */
    static Saying bo(long message, String text) {
        return new Saying(EventId.discordSaid(Long.toString(message)), CAFE, START, "bo", text);
    }

    /** Bo mentions Ada in the café. */
    void mention(long message) {
        hear(bo(message, "hello @Ada").mentioning(Policies.ADA).event());
    }

    void hear(Event.Said said) {
        hear(Topics.EVENTS, said.in().conversation(), Json.write(said), Map.of());
    }

    void think(Step.Think step, String text) {
        Result result =
                new Result.Thought(
                        step.id(),
                        step.turn(),
                        step.in().conversation(),
                        step.account(),
                        text,
                        "test/model",
                        List.of(),
                        Recollection.none("ok"),
                        new Usage(1, 1, 0, false),
                        START,
                        1,
                        1,
                        Optional.empty());
        hear(Topics.RESULTS, step.in().conversation(), Json.write(result), Map.of());
    }

    void accept(Response.Say say, String message) {
        Delivery delivery =
                new Delivery.Accepted(
                        say.id(),
                        say.turn(),
                        say.in().conversation(),
                        say.account(),
                        EventId.discordSaid(message),
                        new PersonId("discord:user:1"),
                        "Ada",
                        say.text(),
                        START,
                        false);
        hear(Topics.DELIVERIES, say.in().conversation(), Json.write(delivery), Map.of());
    }

    void hear(Topic<?> topic, ConversationId in, byte[] value, Map<String, String> headers) {
        RecordHeaders record = new RecordHeaders();
        headers.forEach((name, text) -> record.add(name, text.getBytes(UTF_8)));
        byte[] key = in.value().getBytes(UTF_8);
        long offset = offsets.merge(topic.name(), 1L, Long::sum) - 1;
        recorded.put(
                new RecordRef(topic.name(), 0, offset),
                new Recorded(Bytes.wrap(key), Bytes.wrap(value), new TreeMap<>(headers)));
        driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, record));
        collect();
    }

    /** The clock goes on; what is due rings. */
    void after(Duration time) {
        driver.advanceWallClockTime(time);
        collect();
    }

    private void collect() {
        journal.addAll(read(Topics.JOURNAL));
    }

    /** What was written since the last time. */
    <V extends Travels> List<V> read(Topic<V> topic) {
        TestOutputTopic<byte[], byte[]> output =
                driver.createOutputTopic(
                        topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<V> values = new ArrayList<>();
        output.readValuesToList().forEach(bytes -> values.add(Json.read(topic, bytes)));
        return values;
    }

    Step.Think step() {
        return (Step.Think) read(Topics.STEPS).getLast();
    }

    /** The headers of the next step. */
    Map<String, String> stepHeaders() {
        TestRecord<byte[], byte[]> record =
                driver.createOutputTopic(
                                Topics.STEPS.name(),
                                new ByteArrayDeserializer(),
                                new ByteArrayDeserializer())
                        .readRecord();
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(one -> headers.put(one.key(), new String(one.value(), UTF_8)));
        return headers;
    }

    Response.Say say() {
        return read(Topics.RESPONSES_DISCORD).stream()
                .filter(Response.Say.class::isInstance)
                .map(Response.Say.class::cast)
                .findFirst()
                .orElseThrow();
    }

    List<JournalRecord.Entry> entries() {
        return journal.stream()
                .filter(JournalRecord.Entry.class::isInstance)
                .map(JournalRecord.Entry.class::cast)
                .toList();
    }

    KeyValueStore<Bytes, byte[]> store(String name) {
        return driver.getKeyValueStore(name);
    }

    /** Another one has what this one stored, as after a restart. */
    void copyTo(Driver restarted) {
        for (String store : List.of("conversations", "alarms")) {
            try (KeyValueIterator<Bytes, byte[]> all = store(store).all()) {
                all.forEachRemaining(one -> restarted.store(store).put(one.key, one.value));
            }
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
