package dev.carrier.pipeline.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Recollection;
import dev.carrier.contracts.Step;
import dev.carrier.pipeline.provider.prompt.Turn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecallClientTest {
    private static final Recollection REMEMBERED =
            new Recollection(
                    new Turn().hears("Bo", "I bought a boat").lines(),
                    List.of("Bo has a boat."),
                    List.of(),
                    Optional.of(EventId.discordSaid("41")),
                    "ok");
    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final CountDownLatch late = new CountDownLatch(1);
    private final Step.Think step =
            new Turn().hears("Bo", "hi").hears("Cy", "ho").mustAnswer().asks();
    private volatile int status = 200;
    private volatile byte[] body = Json.canonical(REMEMBERED);
    private volatile boolean slow;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/recall",
                exchange -> {
                    asked.set(exchange.getRequestURI().getQuery());
                    if (slow) {
                        waitForTheEnd();
                    }
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        late.countDown();
        server.stop(0);
    }

    @Test
    void whatIsRememberedComesBackAsItIs() throws Exception {
        try (var memory = client(Duration.ofSeconds(20))) {
            assertThat(memory.recall(step)).isEqualTo(REMEMBERED);
        }
        assertThat(asked.get())
                .isEqualTo(
                        "account=ada&conversation=discord:channel:7&before=discord:1:said:0"
                                + "&people=discord:user:9&limit=40");
    }

    @Test
    void aMemoryThatIsLateIsNotWaitedFor() throws Exception {
        slow = true;
        try (var memory = client(Duration.ofMillis(200))) {
            long began = System.nanoTime();
            assertThat(memory.recall(step)).isEqualTo(Recollection.none("late"));
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(Duration.ofSeconds(60));
        }
    }

    @Test
    void aMemoryThatIsDownOrTalksNonsenseIsGoneWithout() throws Exception {
        try (var memory = client(Duration.ofSeconds(20))) {
            status = 503;
            assertThat(memory.recall(step)).isEqualTo(Recollection.none("down"));
            status = 200;
            body = "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            assertThat(memory.recall(step)).isEqualTo(Recollection.none("down"));
        }
        try (var memory =
                new RecallClient(URI.create("http://127.0.0.1:1"), Duration.ofSeconds(20))) {
            assertThat(memory.recall(step)).isEqualTo(Recollection.none("down"));
        }
    }

    private RecallClient client(Duration deadline) {
        return new RecallClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"), deadline);
    }

    private void waitForTheEnd() {
        try {
            late.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
