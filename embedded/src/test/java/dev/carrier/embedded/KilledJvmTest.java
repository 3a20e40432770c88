package dev.carrier.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

class KilledJvmTest {
    @TempDir Path data;

    @Test
    void aKilledJvmLeavesNoRedisAndLosesNoData() throws Exception {
        ProcessHandle redis;
        try (var other = OtherJvm.runningServersOn(data)) {
            redis = other.redis();
            var running = EmbeddedServers.running(data).orElseThrow();
            assertThat(running.pid()).isEqualTo(other.pid());
            var records = new Records(running.kafka());
            records.createTopic("talk");
            records.write("talk", "one", "two", "three");
            try (var client = RedisClient.create(running.redis())) {
                client.set("who", "Ada");
            }
            assertThat(redis.isAlive()).isTrue();

            other.kill();
        }

        await("Redis ends with the JVM that started it")
                .atMost(Duration.ofSeconds(20))
                .until(() -> !redis.isAlive());
        assertThat(EmbeddedServers.running(data)).isEmpty();
        try (var servers = EmbeddedServers.start(EmbeddedOptions.in(data))) {
            var records = new Records(servers.kafka().bootstrap());
            assertThat(records.read("talk")).containsExactly("one", "two", "three");
            try (var client = RedisClient.create(servers.redis().url())) {
                assertThat(client.get("who")).isEqualTo("Ada");
            }
        }
    }

    @Test
    void aStartRightAfterAKillTakesTheFolderFromTheRedisThatIsStillEnding() throws Exception {
        try (var other = OtherJvm.runningServersOn(data)) {
            var before = other.redis();

            other.kill();

            try (var servers = EmbeddedServers.start(EmbeddedOptions.in(data))) {
                assertThat(before.isAlive()).isFalse();
                assertThat(servers.redis().pid()).isNotEqualTo(before.pid());
            }
        }
    }

    @Test
    void aFolderThatAnotherProcessUsesIsRefusedWithItsPidAndPorts() throws Exception {
        try (var other = OtherJvm.runningServersOn(data)) {
            assertThatThrownBy(() -> EmbeddedServers.start(EmbeddedOptions.in(data)))
                    .isInstanceOf(FolderInUse.class)
                    .hasMessageContaining(data.toString())
                    .hasMessageContaining("process " + other.pid())
                    .hasMessageContaining(other.kafka())
                    .hasMessageContaining("redis://127.0.0.1:")
                    .hasMessageContaining("or start with another folder");
            assertThat(other.redis().isAlive()).isTrue();
            assertThat(EmbeddedServers.running(data)).isPresent();
        }
    }
}
