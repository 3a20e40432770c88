package dev.carrier.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void ninetyNineOfAHundredAreNotAboveTheirPercentile() {
        Spread spread =
                Spread.of(IntStream.rangeClosed(1, 100).mapToObj(i -> (double) (101 - i)).toList());

        assertThat(spread.at(50)).isEqualTo(50);
        assertThat(spread.at(99)).isEqualTo(99);
        assertThat(spread.max()).isEqualTo(100);
    }

    @Test
    void oneMeasurementIsEveryPercentile() {
        Spread one = Spread.of(List.of(7.5));

        assertThat(one.at(1)).isEqualTo(7.5);
        assertThat(one.at(99)).isEqualTo(7.5);
    }

    @Test
    void nothingMeasuredIsZero() {
        assertThat(Spread.of(List.of()).at(50)).isZero();
    }
}
