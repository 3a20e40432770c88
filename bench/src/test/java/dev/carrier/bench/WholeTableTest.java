package dev.carrier.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeTableTest {
    private static final Machine MACHINE =
            new Machine(2, 24_000, 1024, "JVM 25", "Copy", "Linux amd64", 0.2);

    @Test
    void everyRowSaysItsAimAndWhetherItIsMet() {
        String printed = printed(report(List.of(section(21, 250)), List.of()));

        assertThat(printed)
                .containsPattern("p50 at 20/s +21\\.0 ms +≤ 40 ms +met")
                .containsPattern("messages/s +250 /s +≥ 300 /s +missed")
                .containsPattern("calls open together +464\n")
                .contains("2 cores", "load 0.2 before")
                .endsWith("bench: 1 of 2 aims met, in 11 min 3 s, load before 0.2\n");
    }

    @Test
    void whatGrowsStandsSideBySide() {
        Section one = new Section("1 partition", List.of(Finding.of("p50", 20, "ms")), List.of());
        Section four =
                new Section(
                        "4 partitions",
                        List.of(Finding.of("p50", 30, "ms"), Finding.of("p99", 90, "ms")),
                        List.of("a note"));

        String printed = printed(report(List.of(), List.of(one, four)));

        assertThat(printed)
                .containsPattern("1 partition +4 partitions\n")
                .containsPattern("p50 +20\\.0 ms +30\\.0 ms\n")
                .containsPattern("p99 +90\\.0 ms\n")
                .contains("4 partitions: a note");
    }

    @Test
    void aMessageLostOrASectionThatFailedIsNotSound() {
        Finding lost = Finding.of(WholeReport.LOST, 1, "");

        assertThat(report(List.of(section(21, 250)), List.of()).isSound()).isTrue();
        assertThat(report(List.of(new Section("a", List.of(lost), List.of())), List.of()).isSound())
                .isFalse();
        assertThat(report(List.of(Section.failed("b", "no port")), List.of()).isSound()).isFalse();
        assertThat(report(List.of(), List.of(Section.failed("b", "no port"))).isSound()).isFalse();
    }

    private static Section section(double latency, double rate) {
        return new Section(
                "One process",
                List.of(
                        Finding.of("p50 at 20/s", latency, "ms").aim(Aim.atMost(40)),
                        Finding.of("messages/s", rate, "/s").aim(Aim.atLeast(300)),
                        Finding.of("calls open together", 464, "")),
                List.of());
    }

    private static WholeReport report(List<Section> sections, List<Section> growth) {
        return new WholeReport(MACHINE, sections, growth, false, Duration.ofSeconds(663));
    }

    private static String printed(WholeReport report) {
        StringWriter text = new StringWriter();
        WholeTable.print(report, new PrintWriter(text));
        return text.toString();
    }
}
