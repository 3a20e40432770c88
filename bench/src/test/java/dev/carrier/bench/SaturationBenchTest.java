package dev.carrier.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SaturationBenchTest {
    private static final Offset<Double> NEARLY = Offset.offset(0.01);

    @Test
    void aSteadyStreamHasItsOwnRate() {
        assertThat(SaturationBench.perSecond(every(10, 200))).isEqualTo(100, NEARLY);
    }

    @Test
    void aSlowBeginningAndALateLastAnswerDoNotCount() {
        List<Instant> answers = new ArrayList<>(List.of(Instant.ofEpochMilli(-60_000)));
        answers.addAll(every(10, 200));
        answers.add(Instant.ofEpochMilli(90_000));

        assertThat(SaturationBench.perSecond(answers)).isEqualTo(100, NEARLY);
    }

    @Test
    void fromOneAnswerNoRateCanBeTold() {
        assertThat(SaturationBench.perSecond(every(10, 1))).isNaN();
        assertThat(SaturationBench.perSecond(List.of())).isNaN();
    }

    private static List<Instant> every(int millis, int count) {
        return LongStream.range(0, count).mapToObj(i -> Instant.ofEpochMilli(i * millis)).toList();
    }
}
