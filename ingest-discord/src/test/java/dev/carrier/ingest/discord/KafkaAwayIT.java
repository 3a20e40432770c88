package dev.carrier.ingest.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Event;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Topics;
import dev.carrier.embedded.EmbeddedKafka;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicReader;
import dev.carrier.runtime.kafka.TopicSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While Kafka is away nothing is lost, memory stays bounded and the connection lives. */
class KafkaAwayIT {
    @Test
    void whatIsHeardMeanwhileComesInOrderOnceKafkaIsThere(@TempDir Path folder) throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var kafka = new KafkaClients("127.0.0.1:" + port, Map.of());
        try (var town = Town.withHeartbeat(Duration.ofMillis(1500))) {
            var ada = town.bot("Ada");
            town.listen(ada).close();
            long identified = town.discord.counted("identifies", ada.name());
            var small =
                    new IngestOptions(
                            town.sandbox.discordApi(), 500, Duration.ofHours(1), /* queue */ 10);
            try (var worker = town.worker(small, kafka, ada)) {
                worker.start();
                Town.awaitListening(worker);
                var words = IntStream.range(0, 40).mapToObj(i -> "word " + i).toList();
                words.forEach(word -> town.discord.says(town.bob, town.cafe.general(), word));
                // After two that are not answered JDA would give the connection up.
                var beats =
                        town.client
                                .orders()
                                .at("discord.gateway")
                                .method("HEARTBEAT")
                                .times(4)
                                .slow(0);
                Town.soon().until(() -> beats.left() == 0);
                try (var _ = EmbeddedKafka.start(folder, port);
                        var admin = kafka.admin("town")) {
                    TopicSetup.ensure(admin, 2, Duration.ofDays(1), 1);
                    Town.soon().untilAsserted(() -> assertThat(texts(kafka)).hasSize(40));
                    assertThat(texts(kafka)).containsExactlyElementsOf(words);
                    Town.soon().until(() -> worker.health().isWell());
                    assertThat(town.discord.counted("identifies", ada.name()))
                            .isEqualTo(identified + 1);
                    assertThat(town.client.signals().after(0, Duration.ofMillis(1)))
                            .as("a session that missed its heartbeats")
                            .noneMatch(it -> it.point().equals("resume"));
                }
            }
        }
    }

    private static List<String> texts(KafkaClients kafka) {
        try (var all = new TopicReader(kafka, "test").all(Topics.EVENTS)) {
            return all.map(each -> Json.read(Topics.EVENTS, each.value()))
                    .filter(Event.Said.class::isInstance)
                    .map(each -> ((Event.Said) each).text())
                    .toList();
        }
    }
}
