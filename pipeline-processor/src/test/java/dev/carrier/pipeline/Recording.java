package dev.carrier.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.contracts.Json;
import dev.carrier.contracts.SettingsVersion.PolicyVersion;
import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Travels;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.common.utils.Bytes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a release left in Kafka, as {@code releases/} keeps it. */
record Recording(String name, List<Line> lines) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path RELEASES = Path.of("..", "releases");

    /** A record; empty values are tombstones. */
    record Line(String topic, Instant at, Bytes key, Optional<Bytes> value) {}

    /** All that are kept. */
    static List<Recording> all() {
        try (Stream<Path> files = Files.walk(RELEASES)) {
            return files.filter(file -> file.toString().endsWith("-topics.jsonl.gz"))
                    .sorted()
                    .map(Recording::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Recording read(Path file) {
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
            return new Recording(
                    RELEASES.relativize(file).toString(),
                    in.lines().map(line -> line(JSON.readTree(line))).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(JsonNode node) {
        return new Line(
                node.path("topic").asString(),
                Instant.ofEpochMilli(node.path("at").asLong()),
                bytes(node.path("key")).orElse(Bytes.wrap(new byte[0])),
                bytes(node.path("value")));
    }

    private static Optional<Bytes> bytes(JsonNode node) {
        return node.isString()
                ? Optional.of(Bytes.wrap(Base64.getDecoder().decode(node.asString())))
                : Optional.empty();
    }

    /** The values of a topic, oldest first within each conversation. */
    <V extends Travels> List<V> of(Topic<V> topic) {
        return lines.stream()
                .filter(line -> line.topic().equals(topic.name()))
                .flatMap(line -> line.value().stream())
                .map(value -> Json.read(topic, value.get()))
                .toList();
    }

    /** What a store held at the end. */
    Map<Bytes, Bytes> store(String store) {
        Map<Bytes, Bytes> held = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> line.topic().endsWith("-" + store + "-changelog"))
                .forEach(line ->
                        line.value()
                                .ifPresentOrElse(
                                        value -> held.put(line.key(), value),
                                        () -> held.remove(line.key())));
        return held;
    }

    /** The policy that was in force at the end. */
    PolicyInForce policy() {
        return PolicyInForce.of(
                of(Topics.SETTINGS).stream()
                        .filter(PolicyVersion.class::isInstance)
                        .map(PolicyVersion.class::cast)
                        .reduce((_, newest) -> newest)
                        .orElseThrow()
                        .policy());
    }

    /** When the last record was written. */
    Instant ended() {
        return lines.stream().map(Line::at).max(Instant::compareTo).orElseThrow();
    }

    /** A driver whose stores hold what they held at the end, a second later. */
    Driver resumed(Path folder) {
        PolicyInForce policy = policy();
        var driver = new Driver(() -> policy, "the next build", folder, ended().plusSeconds(1));
        for (String store : List.of("conversations", "alarms")) {
            store(store).forEach((key, value) -> driver.store(store).put(key, value.get()));
        }
        return driver;
    }

    @Override
    public String toString() {
        return name;
    }
}
