package dev.carrier.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.RedisClient;

class EmbeddedRedisTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path parent;
    private Path folder;
    private EmbeddedRedis redis;

    @BeforeEach
    void start() {
        // A space and a quote, as in people's folders.
        folder = parent.resolve("Ada's \"small\" data");
        redis = EmbeddedRedis.start(folder, 0);
    }

    @AfterEach
    void stop() {
        redis.close();
    }

    @Test
    void keepsWhatItAcknowledgedAndComesBackOnItsPortWhenKilled() {
        var url = redis.url();
        long killed = redis.pid();
        try (var client = RedisClient.create(url)) {
            for (int i = 0; i < 2_000; i++) {
                client.set("key-" + i, "value-" + i);
            }
        }

        ProcessHandle.of(killed).orElseThrow().destroyForcibly();

        await().atMost(PATIENCE).until(() -> redis.pid() != killed);
        assertThat(redis.url()).isEqualTo(url);
        try (var client = RedisClient.create(url)) {
            assertThat(client.dbSize()).isEqualTo(2_000);
            assertThat(client.get("key-1999")).isEqualTo("value-1999");
        }
    }

    @Test
    void aRedisWhoseWatcherWasKilledIsReplaced() {
        var orphan = ProcessHandle.of(redis.pid()).orElseThrow();
        try (var client = RedisClient.create(redis.url())) {
            client.set("who", "Ada");
        }

        orphan.parent().orElseThrow().destroyForcibly();

        await().atMost(PATIENCE).until(() -> redis.pid() != orphan.pid());
        assertThat(orphan.isAlive()).isFalse();
        try (var client = RedisClient.create(redis.url())) {
            assertThat(client.get("who")).isEqualTo("Ada");
        }
    }

    @Test
    void writesEverySecondAndNeverEvicts() {
        try (var client = RedisClient.create(redis.url())) {
            assertThat(client.configGet("appendonly")).containsEntry("appendonly", "yes");
            assertThat(client.configGet("appendfsync")).containsEntry("appendfsync", "everysec");
            assertThat(client.configGet("maxmemory-policy"))
                    .containsEntry("maxmemory-policy", "noeviction");
            assertThat(client.configGet("bind")).containsEntry("bind", "127.0.0.1");
            assertThat(client.configGet("protected-mode")).containsEntry("protected-mode", "yes");
        }
    }

    /** Ctrl-C reaches a terminal's whole process group, and the JVM still needs Redis then. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void isNotInTheProcessGroupOfThisJvm() throws Exception {
        assertThat(processGroup(redis.pid()))
                .isNotEqualTo(processGroup(ProcessHandle.current().pid()));
    }

    private static String processGroup(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[2];
    }

    @Test
    void isGoneAfterClose() {
        var process = ProcessHandle.of(redis.pid()).orElseThrow();

        redis.close();

        assertThat(process.isAlive()).isFalse();
        assertThat(process.parent()).isEmpty();
    }

    @Test
    void aSecondOneOnTheSameFolderIsRefused() {
        assertThatThrownBy(() -> EmbeddedRedis.start(folder, 0))
                .isInstanceOf(FolderInUse.class)
                .hasMessageContaining("process " + ProcessHandle.current().pid());
    }

    @Test
    void aPortInUseIsRefused() throws Exception {
        try (var taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(Ports.loopback(), 0));
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> EmbeddedRedis.start(parent.resolve("other"), port))
                    .isInstanceOf(PortInUse.class)
                    .hasMessageContaining("Port " + port)
                    .hasMessageContaining("Redis");
        }
    }

    @Test
    void aSettingThatRedisDoesNotKnowIsSaidInItsWords() {
        var other = parent.resolve("other");
        assertThatThrownBy(() -> EmbeddedRedis.start(other, 0, Map.of("no-such-thing", "1")))
                .isInstanceOf(EmbeddedException.class)
                .hasMessageContaining("FATAL CONFIG FILE ERROR");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-amd64",
        "Linux, aarch64, linux-arm64",
        "Mac OS X, x86_64, darwin-amd64",
        "Mac OS X, aarch64, darwin-arm64"
    })
    void isPackagedFor(String system, String architecture, String suffix) {
        var name = RedisBinary.name(system, architecture);
        assertThat(name).isEqualTo("redis-server-7.0.15-" + suffix);
        assertThat(getClass().getResource("/" + name)).isNotNull();
    }
}
