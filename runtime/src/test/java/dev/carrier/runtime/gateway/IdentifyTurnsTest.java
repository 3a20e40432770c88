package dev.carrier.runtime.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.carrier.contracts.AccountId;
import dev.carrier.embedded.TestServers;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.settings.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When Discord has few starts left for a bot; it says so over HTTP, as the real one does. */
class IdentifyTurnsTest {
    private static final Shard ADA = Shard.only(new AccountId("ada"));

    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private HttpServer discord;
    private volatile int left = 1000;
    private volatile long backAfterMs = 3_600_000;
    private volatile int status = 200;

    @BeforeEach
    void aDiscord() throws IOException {
        discord = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        discord.createContext(
                "/api/gateway/bot",
                exchange -> {
                    tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
                    byte[] body =
                            """
                            {"url": "wss://x", "shards": 7, "session_start_limit":
                             {"total": 1000, "remaining": %d, "reset_after": %d, "max_concurrency": 16}}
                            """
                                    .formatted(left, backAfterMs)
                                    .getBytes(UTF_8);
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        discord.start();
    }

    @AfterEach
    void noDiscord() {
        discord.stop(0);
    }

    @Test
    void whoHasStartsLeftBegins() throws InterruptedException, IOException {
        try (Redis redis = redis()) {
            turns(redis).await(ADA);
            assertThat(tokens).containsExactly("Bot very.secret");
            assertThat(client().ask(Secret.of("x")))
                    .isEqualTo(new GatewayBot("wss://x", 7, 1000, 1000, Duration.ofHours(1), 16));
        }
    }

    @Test
    void whoHasNearlyUsedThemUpWaitsUntilTheyAreBackAndSaysSo() throws InterruptedException {
        left = 9;
        backAfterMs = 200;
        try (Redis redis = redis()) {
            var turns = turns(redis);
            var begun = new CountDownLatch(1);
            var session =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    turns.await(ADA);
                                    begun.countDown();
                                } catch (InterruptedException stopped) {
                                    Thread.currentThread().interrupt();
                                }
                            });
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(turns.waitingFor(ADA))
                                    .hasValueSatisfying(it ->
                                            assertThat(it)
                                                    .contains("ada has 9 of 1000")
                                                    .doesNotContain("secret")));
            assertThat(begun.getCount()).isEqualTo(1);
            left = 1000;
            session.join();
            assertThat(begun.getCount()).isZero();
            assertThat(turns.waitingFor(ADA)).isEmpty();
        }
    }

    @Test
    void aDiscordThatDoesNotSayHoldsNobodyUp() throws InterruptedException {
        status = 500;
        try (Redis redis = redis()) {
            turns(redis).await(ADA);
            assertThat(tokens).hasSize(1);
        }
    }

    private IdentifyTurns turns(Redis redis) {
        var clock = InstantSource.system();
        return new IdentifyTurns(
                client(),
                new IdentifyLease(redis, clock),
                _ -> Secret.of("very.secret"),
                Duration.ofMillis(1),
                clock);
    }

    private GatewayClient client() {
        return new GatewayClient(
                URI.create("http://127.0.0.1:" + discord.getAddress().getPort() + "/api/"));
    }

    private static Redis redis() {
        return new Redis(TestServers.shared().where().redis());
    }
}
