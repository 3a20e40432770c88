package dev.carrier.ingest.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.embedded.EmbeddedKafka;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicSetup;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While Kafka is away Meta is asked to come again, in time; then nothing is missing. */
class KafkaGoneIT {
    private static final Duration METAS_PATIENCE = Duration.ofSeconds(5);

    /** Kafka's own client would try for one minute and for two; a loaded machine takes its time. */
    private static final Duration IN_TIME = Duration.ofSeconds(30);

    @Test
    void whatKafkaDoesNotTakeIsRefusedInTimeAndTakenWhenItComesAgain(@TempDir Path folder)
            throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var kafka = new KafkaClients("127.0.0.1:" + port, Map.of());
        try (var endpoint = new Endpoint(kafka, KafkaGoneIT::forMeta)) {
            long began = System.nanoTime();
            assertThat(endpoint.deliver(endpoint.message("m1", "is anybody there?")))
                    .isEqualTo(503);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(IN_TIME);
            assertThat(endpoint.counts.of(Counted.UNACKNOWLEDGED)).isEqualTo(1);
            assertThat(endpoint.counts.of(Counted.EVENT)).isZero();
            assertThat(endpoint.writer.isAway()).isTrue();

            var running = EmbeddedKafka.start(folder, port);
            try {
                try (var admin = kafka.admin("test")) {
                    TopicSetup.ensure(admin, 2, Duration.ofDays(1), 1);
                }
                deliveredAtLast(endpoint, "m1", "is anybody there?");
                assertThat(endpoint.texts()).contains("is anybody there?");
                assertThat(endpoint.writer.isAway()).isFalse();
            } finally {
                running.close();
            }

            began = System.nanoTime();
            assertThat(endpoint.deliver(endpoint.message("m2", "and now?"))).isEqualTo(503);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(IN_TIME);
            try (var _ = EmbeddedKafka.start(folder, port)) {
                deliveredAtLast(endpoint, "m2", "and now?");
                assertThat(endpoint.texts()).contains("is anybody there?", "and now?");
            }
        }
    }

    private static WebhookOptions forMeta(WebhookOptions options) {
        assertThat(options.patience()).isLessThan(METAS_PATIENCE);
        return options;
    }

    /** Meta brings it again until it is taken. */
    private static void deliveredAtLast(Endpoint endpoint, String mid, String text) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() ->
                        assertThat(endpoint.deliver(endpoint.message(mid, text))).isEqualTo(200));
    }
}
