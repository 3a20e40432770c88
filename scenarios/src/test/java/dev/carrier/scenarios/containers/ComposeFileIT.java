package dev.carrier.scenarios.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the compose file tells the engine. */
@Tag("containers")
class ComposeFileIT {
    private static final String ALWAYS = "unless-stopped";
    private static final Set<String> WITHOUT_A_WAY_OUT = Set.of("kafka", "redis", "memory-service");

    @Test
    void nobodyWritesToItsImageOrGetsMoreRights() {
        var services = config(Map.of()).path("services");

        services.propertyStream()
                .filter(service ->
                        service.getValue().path("image").asString().startsWith("carrier/"))
                .forEach(service -> {
                    var confined = service.getValue();
                    assertThat(confined.path("read_only").asBoolean())
                            .as(service.getKey())
                            .isTrue();
                    assertThat(texts(confined.path("cap_drop"))).containsExactly("ALL");
                    assertThat(texts(confined.path("tmpfs")))
                            .anyMatch(it -> it.startsWith("/tmp:exec"));
                });
        assertThat(services.valueStream())
                .hasSize(9)
                .allMatch(it -> texts(it.path("security_opt")).contains("no-new-privileges:true"));
    }

    @Test
    void nothingIsReachableFromOtherMachines() {
        var config = config(Map.of());

        assertThat(
                        config.path("services")
                                .valueStream()
                                .flatMap(it -> it.path("ports").valueStream()))
                .hasSize(2)
                .allMatch(port -> port.path("host_ip").asString().equals("127.0.0.1"));
        assertThat(config.path("networks").path("inside").path("internal").asBoolean()).isTrue();
        for (String service : WITHOUT_A_WAY_OUT) {
            assertThat(config.path("services").path(service).path("networks").propertyNames())
                    .as(service)
                    .containsExactly("inside");
        }
    }

    @Test
    void aTokenLeadsToTheRealDiscordAndTheSandboxesTokensStayAway() {
        var played = config(Map.of()).path("services").path("responder");
        assertThat(settings(played)).contains("carrier.yaml");
        assertThat(played.path("environment").path("DISCORD_TOKEN_ADA").asString())
                .isEqualTo("sandbox.ada");

        var real = config(Map.of("DISCORD_TOKEN_ADA", "t")).path("services").path("responder");
        assertThat(settings(real)).contains("carrier-real.yaml");
        assertThat(real.path("environment").has("INSTAGRAM_APP_SECRET")).isFalse();

        var own = config(Map.of("CARRIER_YAML", "./pom.xml")).path("services").path("responder");
        assertThat(settings(own)).contains("pom.xml");
        assertThat(own.path("environment").has("INSTAGRAM_APP_SECRET")).isFalse();
    }

    @Test
    void monitoringIsAProfileThatIsReachableFromThisMachineOnly() {
        assertThat(config(Map.of()).path("services").propertyNames())
                .doesNotContain("prometheus", "grafana");

        var monitored = config(Map.of("COMPOSE_PROFILES", "monitoring")).path("services");
        for (String service : List.of("prometheus", "grafana")) {
            var watching = monitored.path(service);
            assertThat(watching.path("image").asString()).matches(".+:v?\\d+\\.\\d+\\.\\d+");
            assertThat(watching.path("ports").valueStream())
                    .hasSize(1)
                    .allMatch(port -> port.path("host_ip").asString().equals("127.0.0.1"));
            assertThat(watching.path("volumes").valueStream())
                    .filteredOn(mount -> mount.path("type").asString().equals("bind"))
                    .hasSize(2)
                    .allMatch(mount -> Files.exists(Path.of(mount.path("source").asString())))
                    .allMatch(mount -> mount.path("read_only").asBoolean());
        }
    }

    @Test
    void prometheusFindsEveryWorkerByAName() throws IOException {
        var services = config(Map.of("COMPOSE_PROFILES", "monitoring,shards")).path("services");
        var looksIn = services.path("prometheus").path("networks").propertyNames();
        var looksFor = lookedFor();

        var workers =
                services.propertyStream()
                        .filter(it -> it.getValue().path("volumes").toString().contains("/data"))
                        .filter(it -> it.getValue().path("restart").asString().equals(ALWAYS))
                        .filter(it -> it.getValue().path("image").asString().startsWith("carrier/"))
                        .toList();
        assertThat(workers).hasSize(6);
        for (var worker : workers) {
            var networks = worker.getValue().path("networks");
            assertThat(networks.propertyNames()).as(worker.getKey()).containsAnyElementsOf(looksIn);
            var names = new ArrayList<>(List.of(worker.getKey()));
            networks.valueStream().forEach(it -> names.addAll(texts(it.path("aliases"))));
            assertThat(looksFor).containsAnyElementsOf(names);
        }
    }

    private static List<String> lookedFor() throws IOException {
        var file = Files.readString(Path.of("..", "deploy", "monitoring", "prometheus.yml"));
        return texts(
                new YAMLMapper().readTree(file).at("/scrape_configs/0/dns_sd_configs/0/names"));
    }

    private static JsonNode config(Map<String, String> dotEnv) {
        try (var compose = new Compose("carrier-read", dotEnv)) {
            return compose.config();
        }
    }

    /** The name of the file that a worker has as its settings. */
    private static Optional<String> settings(JsonNode worker) {
        return worker.path("volumes")
                .valueStream()
                .filter(it -> it.path("target").asString().equals("/carrier/carrier.yaml"))
                .map(it -> it.path("source").asString().replaceAll(".*/", ""))
                .findFirst();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
