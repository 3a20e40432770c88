package dev.carrier.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

class EmbeddedServersTest {
    @TempDir Path data;

    @Test
    void whatWasWrittenIsThereAfterARestart() throws Exception {
        try (var servers = EmbeddedServers.start(EmbeddedOptions.in(data))) {
            var records = new Records(servers.kafka().bootstrap());
            records.createTopic("talk");
            records.write("talk", "hello", "there");
            assertThat(records.read("talk")).containsExactly("hello", "there");
            try (var redis = RedisClient.create(servers.redis().url())) {
                redis.set("who", "Ada");
            }
            assertThat(servers.redis().version()).isEqualTo("7.0.15");
            assertThat(EmbeddedServers.running(data)).contains(servers.where());
        }

        assertThat(EmbeddedServers.running(data)).isEmpty();
        assertThat(Files.exists(data.resolve("servers.json"))).isFalse();
        try (var servers = EmbeddedServers.start(EmbeddedOptions.in(data))) {
            var records = new Records(servers.kafka().bootstrap());
            records.write("talk", "again");
            assertThat(records.read("talk")).containsExactly("hello", "there", "again");
            try (var redis = RedisClient.create(servers.redis().url())) {
                assertThat(redis.get("who")).isEqualTo("Ada");
            }
        }
    }
}
