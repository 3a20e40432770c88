package dev.carrier.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.bench.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundIT {
    private static final Path ADA = Path.of("..", "characters", "ada.json");

    @TempDir Path folder;

    @Test
    void everyNumberOfARoundIsMeasuredAndAKillLosesAndDoublesNothing() throws Exception {
        RoundPlan plan =
                new RoundPlan(
                        2,
                        30,
                        10,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        10,
                        3,
                        Duration.ofSeconds(2),
                        false);
        List<String> said = new ArrayList<>();

        try (WorkerTown town = new WorkerTown(folder, ADA, 2, 10, "")) {
            RoundReport report = new Round(town, plan, said::add).run();

            Map<String, Double> all = values(report.section("all"));
            assertThat(report.latency().sent()).isEqualTo(40);
            assertThat(report.latency().answered()).isEqualTo(40);
            assertThat(all.get("lost")).isZero();
            assertThat(all.get("doubled")).isZero();
            assertThat(all.get("recovery after kill -9, processor")).isPositive();
            assertThat(all.get("Redis round trips a message at 20/s")).isPositive();
            assertThat(all.get("Kafka records written a message at 20/s")).isGreaterThan(4);
            assertThat(report.bursts())
                    .hasSize(3)
                    .allSatisfy(burst -> assertThat(burst.report().answered()).isEqualTo(10));
            assertThat(values(report.column())).containsKey("background lines taken in /s");
            assertThat(said).last().asString().contains("kill -9 of pipeline-processor");
        }
    }

    private static Map<String, Double> values(Section section) {
        return section.findings().stream()
                .collect(Collectors.toMap(it -> it.what(), it -> it.value(), (first, _) -> first));
    }
}
