package dev.carrier.scenarios;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.carrier.contracts.Event;
import dev.carrier.contracts.Topic;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import redis.clients.jedis.UnifiedJedis;

/** All that lies in Kafka and in Redis, as an administrator sees it, byte for byte a char. */
final class Everywhere {
    private Everywhere() {}

    /** By topic, Kafka's own among them: keys, values and headers of all records. */
    static Map<String, String> topics(KafkaClients kafka)
            throws ExecutionException, InterruptedException {
        Map<String, String> all = new TreeMap<>();
        try (var admin = kafka.admin("everywhere")) {
            var options = new ListTopicsOptions().listInternal(true);
            for (String name : admin.listTopics(options).names().get()) {
                var topic = new Topic<>(name, Event.class, false, "", "", "");
                try (var records = new TopicReader(kafka, "everywhere").all(topic)) {
                    StringBuilder text = new StringBuilder();
                    records.forEach(record -> append(text, record));
                    all.put(name, text.toString());
                }
            }
        }
        return all;
    }

    private static void append(StringBuilder text, ConsumerRecord<byte[], byte[]> record) {
        add(text, record.key());
        add(text, record.value());
        record.headers()
                .forEach(header -> {
                    text.append(header.key()).append('=');
                    add(text, header.value());
                });
    }

    private static void add(StringBuilder text, byte[] bytes) {
        if (bytes != null) {
            text.append(new String(bytes, ISO_8859_1)).append('\n');
        }
    }

    /** By key: what it holds. */
    static Map<String, String> redis(UnifiedJedis redis) {
        Map<String, String> all = new TreeMap<>();
        for (String key : redis.keys("*")) {
            List<Object> held = new ArrayList<>();
            switch (redis.type(key)) {
                case "string" -> held.add(redis.get(key));
                case "hash" -> held.add(redis.hgetAll(key));
                case "set" -> held.add(redis.smembers(key));
                case "zset" -> held.add(redis.zrangeWithScores(key, 0, -1));
                case "none" -> held.add("gone meanwhile");
                default -> throw new IllegalStateException(key + " is a " + redis.type(key));
            }
            all.put(key, key + " " + held);
        }
        return all;
    }
}
