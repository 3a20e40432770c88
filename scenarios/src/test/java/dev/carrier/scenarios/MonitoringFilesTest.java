package dev.carrier.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The dashboard and the alerts ask for what is measured, and each alert has its line of runbook.
 */
class MonitoringFilesTest {
    private static final Path MONITORING = Path.of("../deploy/monitoring");
    private static final Path RUNBOOK = Path.of("../docs/runbook.md");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");

    @Test
    void everyPanelAsksForWhatIsMeasured() throws IOException {
        List<JsonNode> panels =
                dashboard().path("panels").valueStream().filter(MonitoringFilesTest::asks).toList();

        assertThat(panels)
                .hasSizeGreaterThan(15)
                .allSatisfy(panel -> {
                    var asked = MetricsPage.asked(panel.path("targets").toString());
                    assertThat(asked).as(panel.path("title").asString()).isNotEmpty();
                    assertThat(MetricsPage.listed()).containsAll(asked);
                });
    }

    @Test
    void panelsHaveAPlaceOfTheirOwn() throws IOException {
        List<JsonNode> panels = dashboard().path("panels").valueStream().toList();

        assertThat(panels.stream().map(one -> one.path("id").asInt())).doesNotHaveDuplicates();
        for (JsonNode one : panels) {
            assertThat(panels.stream().filter(other -> overlap(one, other)))
                    .as(one.path("title").asString())
                    .containsExactly(one);
        }
    }

    @Test
    void thePanelsReadTheSourceThatIsProvided() throws IOException {
        String source =
                yaml("grafana/provisioning/datasources/prometheus.yml")
                        .at("/datasources/0/uid")
                        .asString();

        assertThat(dashboard().path("panels").valueStream().filter(MonitoringFilesTest::asks))
                .allMatch(panel -> panel.at("/datasource/uid").asString().equals(source));
    }

    @Test
    void everyAlertAsksForWhatIsMeasured() throws IOException {
        assertThat(alerts())
                .hasSizeGreaterThan(10)
                .allSatisfy(alert -> {
                    String asked = alert.path("expr").asString();
                    assertThat(MetricsPage.listed()).containsAll(MetricsPage.asked(asked));
                    assertThat(asked.startsWith("up{") || !MetricsPage.asked(asked).isEmpty())
                            .as(asked)
                            .isTrue();
                });
        assertThat(yaml("prometheus.yml").path("rule_files").toString()).contains("alerts.yml");
    }

    @Test
    void everyAlertHasItsLineOfRunbookAndEveryLineItsAlert() throws IOException {
        List<String> anchors =
                HEADING.matcher(Files.readString(RUNBOOK))
                        .results()
                        .map(heading ->
                                "docs/runbook.md#"
                                        + heading.group(1)
                                                .toLowerCase(Locale.ROOT)
                                                .replace(' ', '-'))
                        .toList();

        assertThat(alerts().stream().map(alert -> alert.at("/annotations/runbook").asString()))
                .containsExactlyInAnyOrderElementsOf(anchors);
    }

    @Test
    void prometheusLooksForServicesWhereTheyAnswer() throws IOException {
        JsonNode found = yaml("prometheus.yml").at("/scrape_configs/0/dns_sd_configs/0");
        String composed = Files.readString(Path.of("../docker-compose.yml"));
        String images = Files.readString(Path.of("../Dockerfile"));

        assertThat(found.path("names").valueStream().map(JsonNode::asString))
                .hasSize(5)
                .allMatch(name -> composed.contains("\n  " + name + ":\n"))
                .allMatch(name ->
                        Pattern.compile(
                                        "CMD \\[\"worker\", \"%s\".*\"http.health=%s\""
                                                .formatted(name, found.path("port").asInt()))
                                .matcher(images)
                                .find());
    }

    private static boolean asks(JsonNode panel) {
        return !panel.path("type").asString().equals("row");
    }

    private static boolean overlap(JsonNode one, JsonNode other) {
        return meet(one, other, "x", "w") && meet(one, other, "y", "h");
    }

    private static boolean meet(JsonNode one, JsonNode other, String from, String size) {
        int a = one.path("gridPos").path(from).asInt();
        int b = other.path("gridPos").path(from).asInt();
        return a < b + other.path("gridPos").path(size).asInt()
                && b < a + one.path("gridPos").path(size).asInt();
    }

    private static List<JsonNode> alerts() throws IOException {
        return yaml("alerts.yml").at("/groups/0/rules").valueStream().toList();
    }

    private static JsonNode dashboard() throws IOException {
        return Json.parse(
                Files.readAllBytes(MONITORING.resolve("grafana/dashboards/carrier.json")));
    }

    private static JsonNode yaml(String file) throws IOException {
        return new YAMLMapper().readTree(Files.readString(MONITORING.resolve(file)));
    }
}
