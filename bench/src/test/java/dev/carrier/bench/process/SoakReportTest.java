package dev.carrier.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class SoakReportTest {
    private static final int LOOKS = 40;

    @Test
    void whatFillsItsHeapOnceIsFlat() {
        var growth = growth(at -> at < 8 ? 100 + 10 * at : 180 + at % 3);
        assertThat(growth.flat()).isTrue();
        assertThat(growth.early()).isBetween(180.0, 182.0);
        assertThat(growth.late()).isBetween(180.0, 182.0);
    }

    @Test
    void whatGrowsByALittleEachMinuteIsNot() {
        assertThat(growth(at -> 180 + 2.0 * at).flat()).isFalse();
    }

    @Test
    void aTenthAndEightMegabytesMore_areStillFlat() {
        assertThat(growth(at -> at < 30 ? 100 : 118).flat()).isTrue();
        assertThat(growth(at -> at < 30 ? 100 : 119).flat()).isFalse();
    }

    @Test
    void whereTheSystemDoesNotTellNothingIsSaidToGrow() {
        assertThat(growth(_ -> Double.NaN).flat()).isTrue();
    }

    @Test
    void aStoreThatHoldsMoreIsNoWorkerThatGrows() {
        var grows = growth(at -> 180 + 2.0 * at);
        var flat = growth(_ -> 180);

        assertThat(SoakReport.workersAreFlat(Map.of("kafka", grows, "responder", flat))).isTrue();
        assertThat(SoakReport.workersAreFlat(Map.of("kafka", flat, "responder", grows))).isFalse();
    }

    private static SoakReport.Growth growth(IntToDoubleFunction memory) {
        List<SoakReport.Look> looks = new ArrayList<>();
        for (int at = 0; at < LOOKS; at++) {
            looks.add(
                    new SoakReport.Look(
                            Duration.ofMinutes(at), Map.of("responder", memory.applyAsDouble(at))));
        }
        return SoakReport.growth(looks).get("responder");
    }
}
