package dev.carrier.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carrier.runtime.SetupProblem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthServerTest {
    final Health health = new Health();
    final Meters meters = new Meters("test");
    final HealthServer server = new HealthServer("127.0.0.1", 0, health, meters::scrape);

    @AfterEach
    void close() {
        server.close();
        meters.close();
    }

    @Test
    void aWorkerIsReadyWhenAllItsChecksAre() throws Exception {
        var trouble = new AtomicReference<Optional<String>>(Optional.empty());
        health.check("redis", trouble::get);

        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").body())
                .isEqualTo("{\"ok\":true,\"checks\":{\"redis\":{\"ok\":true}}}");

        trouble.set(Optional.of("redis does not answer"));
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready").body())
                .contains("{\"redis\":{\"ok\":false,\"why\":\"redis does not answer\"}}");
    }

    @Test
    void aWorkerLivesAsLongAsItsVitalChecksAreFine() throws Exception {
        health.check("redis", () -> Optional.of("away"));
        assertThat(get("/health/live").statusCode()).isEqualTo(200);

        health.vital("dispatcher", () -> Optional.of("its thread has ended"));
        assertThat(get("/health/live").statusCode()).isEqualTo(503);
        assertThat(get("/health/live").body()).doesNotContain("redis").contains("dispatcher");
    }

    @Test
    void aCheckThatThrowsOrHangsIsRed() throws Exception {
        var never = new CountDownLatch(1);
        health.check(
                "broken",
                () -> {
                    throw new IllegalStateException("boo");
                });
        health.check(
                "stuck",
                () -> {
                    try {
                        never.await();
                    } catch (InterruptedException problem) {
                        throw new IllegalStateException(problem);
                    }
                    return Optional.empty();
                });

        HttpResponse<String> answer = get("/health/ready");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("boo").contains("did not answer within 2 s");
    }

    @Test
    void whatIsMeasuredIsOnMetrics() throws Exception {
        meters.registry().counter("carrier.answers").increment(3);

        assertThat(get("/metrics").body())
                .contains("carrier_answers_total{worker=\"test\"} 3.0")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void aPortInUseIsOneSentenceWithTheWayOut() {
        assertThatThrownBy(
                        () -> new HealthServer("127.0.0.1", server.port(), health, meters::scrape))
                .isInstanceOf(SetupProblem.class)
                .hasMessageContaining("127.0.0.1:" + server.port())
                .hasMessageContaining("set http.health to a free one");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
