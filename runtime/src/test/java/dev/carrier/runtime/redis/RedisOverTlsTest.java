package dev.carrier.runtime.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RedisOverTlsTest {

    @Test
    void anAddressWithTwoSSpeaksTlsFromTheFirstByte() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Redis redis = new Redis("rediss://127.0.0.1:" + server.getLocalPort())) {
            CompletableFuture<Integer> first =
                    CompletableFuture.supplyAsync(() -> {
                        try (server;
                                var socket = server.accept()) {
                            return socket.getInputStream().read();
                        } catch (IOException problem) {
                            throw new IllegalStateException(problem);
                        }
                    });

            assertThat(redis.ping()).isPresent();
            assertThat(first.join()).as("content type of a TLS handshake").isEqualTo(0x16);
        }
    }
}
