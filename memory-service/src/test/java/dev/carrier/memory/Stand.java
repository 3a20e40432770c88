package dev.carrier.memory;

import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Travels;
import dev.carrier.embedded.TestServers;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.Records;
import dev.carrier.runtime.kafka.TopicSetup;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import redis.clients.jedis.RedisClient;

/** The worker on Kafka and Redis, and who writes to it and asks it. Thread-safe. */
final class Stand implements AutoCloseable {
    private final KafkaClients kafka =
            new KafkaClients(TestServers.shared().kafka().bootstrap(), Map.of());
    private final RedisClient redis = RedisClient.create(TestServers.shared().redis().url());
    private final Producer<byte[], byte[]> producer = kafka.producer("test");
    private final HttpClient http = HttpClient.newHttpClient();
    private final MemoryService memory;

    Stand() throws Exception {
        try (Admin admin = kafka.admin("test")) {
            TopicSetup.ensure(admin, 2, Duration.ofDays(1), 1);
        }
        memory =
                new MemoryService(
                        kafka,
                        redis,
                        Optional::empty,
                        Duration.ofDays(90),
                        "127.0.0.1",
                        0,
                        InstantSource.system());
    }

    /** Writes a record, and returns when Kafka has it. */
    <V extends Travels> void send(Topic<V> topic, ConversationId in, V value) {
        producer.send(Records.of(topic, in, value));
        producer.flush();
    }

    /** What the worker answers to a path with its query. */
    HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + memory.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        memory.close();
        producer.close();
        redis.close();
        http.close();
    }
}
