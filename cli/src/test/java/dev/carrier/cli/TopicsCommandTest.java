package dev.carrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Json;
import dev.carrier.contracts.Topics;
import dev.carrier.embedded.EmbeddedOptions;
import dev.carrier.embedded.EmbeddedServers;
import dev.carrier.runtime.feed.SettingsWriter;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TopicsCommandTest {
    @TempDir Path folder;

    @Test
    void topicsAreListedWhetherTheServersRunOrOnlyTheirDataIsThere() {
        try (EmbeddedServers servers = EmbeddedServers.start(EmbeddedOptions.in(folder))) {
            write(servers.where().kafka());

            Typed seen = Typed.carrier("topics", "--data", folder.toString());

            assertThat(seen.code()).isZero();
            assertThat(seen.out().lines())
                    .anyMatch(line -> line.matches("carrier.settings +2 +3 +every version.*"))
                    .anyMatch(line -> line.matches("carrier.events +2 +0 +what happened.*"))
                    .anyMatch(line ->
                            line.strip().equals("ingest workers -> processor, memory-service"));
        }

        Typed later = Typed.carrier("topics", "--json", "--data", folder.toString());

        JsonNode topics = Json.mapper().readTree(later.out());
        assertThat(topics.size()).isEqualTo(Topics.all().size());
        assertThat(topics.findValuesAsString("topic"))
                .containsExactlyElementsOf(
                        Topics.all().stream().map(topic -> topic.name()).toList());
        int settings = Topics.all().indexOf(Topics.SETTINGS);
        assertThat(topics.get(settings).path("records").asInt()).isEqualTo(3);
    }

    @Test
    void topicsAreCreatedOnceForWorkersThatRunAlone() {
        try (EmbeddedServers servers = EmbeddedServers.start(EmbeddedOptions.in(folder))) {
            String[] create = {
                "topics",
                "--create",
                "--set",
                "kafka.bootstrap=" + servers.where().kafka(),
                "--set",
                "redis.url=" + servers.where().redis(),
                "--set",
                "kafka.partitions=3"
            };

            assertThat(Typed.carrier(create).code()).isZero();
            Typed again = Typed.carrier(create);

            assertThat(again.code()).isZero();
            assertThat(again.out().lines())
                    .anyMatch(line -> line.matches("carrier.events +3 +0 +what happened.*"))
                    .noneMatch(line -> line.contains("not created yet"));
        }
    }

    private static void write(String bootstrap) {
        KafkaClients clients = new KafkaClients(bootstrap, Map.of());
        try (var admin = clients.admin("test")) {
            TopicSetup.ensure(admin, 2, Duration.ofDays(7), 1);
        }
        try (SettingsWriter writer = new SettingsWriter(clients, "test")) {
            writer.paused(List.of());
            writer.paused(List.of());
            writer.paused(List.of());
        }
    }
}
