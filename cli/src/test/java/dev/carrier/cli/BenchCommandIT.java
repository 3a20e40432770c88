package dev.carrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BenchCommandIT {
    private static final String HOME = "carrier.home";

    private String before;

    @BeforeEach
    void theCharactersAreThoseOfTheProject() {
        before = System.getProperty(HOME);
        System.setProperty(HOME, Path.of("").toAbsolutePath().getParent().toString());
    }

    @AfterEach
    void asBefore() {
        if (before == null) {
            System.clearProperty(HOME);
        } else {
            System.setProperty(HOME, before);
        }
    }

    @Test
    void everyMessageOfAMeasurementIsAnsweredOnceAndEachOfItsStagesIsTimed() {
        Typed seen =
                Typed.carrier(
                        "bench",
                        "latency",
                        "--json",
                        "--rate",
                        "5",
                        "--for",
                        "2s",
                        "--warm-up",
                        "1s",
                        "--conversations",
                        "5");

        assertThat(seen.code()).as(seen.err()).isZero();
        JsonNode report = Json.mapper().readTree(seen.out());
        assertThat(report.path("sent").asInt()).isEqualTo(10);
        assertThat(report.path("answered").asInt()).isEqualTo(10);
        assertThat(report.path("lost").asInt()).isZero();
        assertThat(report.path("doubled").asInt()).isZero();
        assertThat(report.path("raw").path("count").asInt()).isEqualTo(10);
        assertThat(report.path("stages").propertyNames())
                .containsExactly("ingest", "state", "provider", "action", "respond");
        report.path("stages")
                .forEach(stage -> assertThat(stage.path("count").asInt()).isEqualTo(10));
    }

    @Test
    void everyWebhookOfAMeasurementIsAcknowledgedAndInKafka() {
        Typed seen =
                Typed.carrier(
                        "bench",
                        "webhook",
                        "--json",
                        "--rate",
                        "50",
                        "--for",
                        "2s",
                        "--warm-up",
                        "1s");

        assertThat(seen.err()).isEmpty();
        JsonNode report = Json.mapper().readTree(seen.out());
        assertThat(report.path("sent").asInt()).isEqualTo(100);
        assertThat(report.path("acknowledged").asInt()).isEqualTo(100);
        assertThat(report.path("events").asInt()).isEqualTo(100);
        assertThat(report.path("p99").asDouble()).isPositive();
    }

    @Test
    void aTimeThatIsNoneIsASentenceAndCodeTwo() {
        Typed seen = Typed.carrier("bench", "latency", "--for", "soon");

        assertThat(seen.code()).isEqualTo(2);
        assertThat(seen.err()).contains("'soon' is no time such as 30s or 2m");
    }
}
