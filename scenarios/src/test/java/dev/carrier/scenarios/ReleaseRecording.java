package dev.carrier.scenarios;

import dev.carrier.faults.crew.Servers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import tools.jackson.databind.json.JsonMapper;

/** Writes down all of Kafka and Redis. Stateless. */
final class ReleaseRecording {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReleaseRecording() {}

    static void write(Servers servers, Path release, String name) throws IOException {
        Files.createDirectories(release);
        lines(release.resolve(name + "-topics.jsonl.gz"), topics(servers));
        lines(release.resolve(name + "-redis.jsonl.gz"), keys(servers));
    }

    private static List<Map<String, Object>> topics(Servers servers) {
        List<Map<String, Object>> all = new ArrayList<>();
        try (var reader = servers.kafka().reader("recording")) {
            var ours =
                    reader.listTopics().entrySet().stream()
                            .filter(one -> !one.getKey().startsWith("__"))
                            .flatMap(one -> one.getValue().stream())
                            .map(one -> new TopicPartition(one.topic(), one.partition()))
                            .toList();
            for (TopicPartition part : ours) {
                reader.assign(List.of(part));
                reader.seekToBeginning(List.of(part));
                long end = reader.endOffsets(List.of(part)).getOrDefault(part, 0L);
                while (reader.position(part) < end) {
                    reader.poll(Duration.ofMillis(200)).forEach(record -> all.add(line(record)));
                }
            }
        }
        return all;
    }

    private static Map<String, Object> line(ConsumerRecord<byte[], byte[]> record) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("topic", record.topic());
        line.put("partition", record.partition());
        line.put("offset", record.offset());
        line.put("at", record.timestamp());
        line.put("key", text(record.key()));
        line.put("value", text(record.value()));
        Map<String, String> headers = new TreeMap<>();
        record.headers().forEach(one -> headers.put(one.key(), String.valueOf(text(one.value()))));
        line.put("headers", headers);
        return line;
    }

    private static List<Map<String, Object>> keys(Servers servers) {
        List<Map<String, Object>> all = new ArrayList<>();
        try (var redis = RedisClient.create(URI.create(servers.store().url()))) {
            for (String key : new TreeSet<>(redis.keys("*"))) {
                all.add(
                        Map.of(
                                "key", key,
                                "ttl", Math.max(0, redis.pttl(key)),
                                "dump", String.valueOf(text(redis.dump(key)))));
            }
        }
        return all;
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    private static void lines(Path file, List<Map<String, Object>> lines) throws IOException {
        try (var out =
                new BufferedWriter(
                        new OutputStreamWriter(
                                new GZIPOutputStream(Files.newOutputStream(file)),
                                StandardCharsets.UTF_8))) {
            for (Map<String, Object> line : lines) {
                out.write(JSON.writeValueAsString(line));
                out.newLine();
            }
        }
    }
}
