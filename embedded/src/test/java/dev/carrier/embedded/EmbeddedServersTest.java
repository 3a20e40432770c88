package dev.carrier.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
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

    @Test
    void aSecondStartInTheSameJvmIsRefused() {
        try (var servers = EmbeddedServers.start(EmbeddedOptions.in(data))) {
            assertThatThrownBy(() -> EmbeddedServers.start(EmbeddedOptions.in(data)))
                    .isInstanceOf(FolderInUse.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining(servers.kafka().bootstrap());
            assertThat(EmbeddedServers.running(data)).contains(servers.where());
        }
    }

    @Test
    void aFileLeftByAKilledProcessIsNotBelieved() throws Exception {
        var itself = ProcessHandle.current().pid();
        Files.writeString(
                data.resolve("servers.json"),
                "{\"pid\":"
                        + itself
                        + ",\"kafka\":\"127.0.0.1:1\",\"redis\":\"redis://127.0.0.1:2\"}");

        assertThat(EmbeddedServers.running(data)).isEmpty();
        assertThat(EmbeddedServers.running(data.resolve("never-used"))).isEmpty();
    }

    @Test
    void nobodyReachesThemThroughAnotherAddressOfThisMachine() throws Exception {
        var where = TestServers.shared().where();
        for (var network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (var address : Collections.list(network.getInetAddresses())) {
                if (!address.isLoopbackAddress() && address instanceof Inet4Address) {
                    assertThat(listens(address, where.kafka())).isFalse();
                    assertThat(listens(address, where.redis())).isFalse();
                }
            }
        }
        assertThat(listens(Ports.loopback(), where.kafka())).isTrue();
        assertThat(listens(Ports.loopback(), where.redis())).isTrue();
    }

    private static boolean listens(InetAddress address, String url) {
        int port = Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
