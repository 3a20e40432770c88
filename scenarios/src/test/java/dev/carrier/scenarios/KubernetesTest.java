package dev.carrier.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The manifests as text: what a cluster would be told. None has run on one. */
class KubernetesTest {
    private static final Path FOLDER = Path.of("..", "deploy", "kubernetes");
    private static final Set<String> WORKERS =
            Set.of(
                    "ingest-discord",
                    "ingest-instagram",
                    "memory-service",
                    "pipeline-processor",
                    "responder");
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void everyWorkerHasAWorkloadAndTheKustomizationNamesFilesThatAreThere() throws IOException {
        assertThat(workloads().stream().map(KubernetesTest::name)).containsAll(WORKERS);
        var kustomization = documents(FOLDER.resolve("kustomization.yaml")).getFirst();
        assertThat(texts(kustomization.path("resources")))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(FOLDER.resolve(file)).exists());
        Set<String> images =
                workloads().stream().map(it -> text(container(it), "image")).collect(set());
        assertThat(kustomization.path("images").valueStream().map(it -> text(it, "name")))
                .containsExactlyInAnyOrderElementsOf(images);
    }

    @Test
    void whatIsServedIsProbedAndEachHasLimits() throws IOException {
        for (JsonNode workload : workloads()) {
            JsonNode container = container(workload);
            assertThat(text(container, "resources", "limits", "memory"))
                    .as(name(workload))
                    .isNotBlank();
            assertThat(text(container, "resources", "requests", "cpu")).isNotBlank();
            if (WORKERS.contains(name(workload))) {
                assertThat(text(container, "readinessProbe", "httpGet", "path"))
                        .isEqualTo("/health/ready");
                assertThat(text(container, "livenessProbe", "httpGet", "path"))
                        .isEqualTo("/health/live");
                assertThat(container.path("ports").valueStream())
                        .anyMatch(port ->
                                text(port, "name").equals("health")
                                        && port.path("containerPort").asInt() == 7071);
            }
        }
    }

    @Test
    void nobodyIsRootOrWritesToItsImage() throws IOException {
        for (JsonNode workload : workloads()) {
            JsonNode pod = workload.path("spec").path("template").path("spec");
            JsonNode confined = container(workload).path("securityContext");
            assertThat(pod.path("securityContext").path("runAsNonRoot").asBoolean())
                    .as(name(workload))
                    .isTrue();
            assertThat(confined.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(confined.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
            assertThat(texts(confined.path("capabilities").path("drop"))).containsExactly("ALL");
            Set<String> volumes =
                    pod.path("volumes").valueStream().map(it -> text(it, "name")).collect(set());
            assertThat(container(workload).path("volumeMounts").valueStream())
                    .allMatch(mount -> volumes.contains(text(mount, "name")))
                    .anyMatch(mount -> text(mount, "mountPath").equals("/tmp"));
        }
    }

    @Test
    void budgetsServicesAndScalingNameWhatIsThere() throws IOException {
        Map<String, String> kinds =
                workloads().stream()
                        .collect(Collectors.toMap(KubernetesTest::name, it -> text(it, "kind")));
        assertThat(all(kind("PodDisruptionBudget")))
                .isNotEmpty()
                .allMatch(it ->
                        kinds.containsKey(
                                selected(it.path("spec").path("selector").path("matchLabels"))));
        assertThat(all(kind("Service")))
                .isNotEmpty()
                .allMatch(it -> kinds.containsKey(selected(it.path("spec").path("selector"))));
        assertThat(all(kind("ScaledObject")))
                .isNotEmpty()
                .allMatch(it -> {
                    JsonNode target = it.path("spec").path("scaleTargetRef");
                    return text(target, "kind").equals(kinds.get(text(target, "name")));
                });
    }

    private static List<JsonNode> workloads() throws IOException {
        return all(it -> !it.path("spec").path("template").isMissingNode());
    }

    private static Predicate<JsonNode> kind(String kind) {
        return it -> text(it, "kind").equals(kind);
    }

    private static List<JsonNode> all(Predicate<JsonNode> which) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                documents(file).stream().filter(which).forEach(found::add);
            }
        }
        return found;
    }

    private static List<JsonNode> documents(Path file) throws IOException {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
            return documents.readAll();
        }
    }

    private static JsonNode container(JsonNode workload) {
        return workload.path("spec").path("template").path("spec").path("containers").path(0);
    }

    private static String name(JsonNode node) {
        return text(node, "metadata", "name");
    }

    private static String selected(JsonNode labels) {
        return text(labels, "app.kubernetes.io/name");
    }

    private static String text(JsonNode node, String... path) {
        for (String key : path) {
            node = node.path(key);
        }
        return node.asString("");
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static Collector<String, ?, Set<String>> set() {
        return Collectors.toSet();
    }
}
