package dev.carrier.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExportedTest {
    private static final String TEXT =
            """
            # HELP sent_total Records.
            # TYPE sent_total counter
            sent_total{client_id="a b",worker="w"} 3.0
            sent_total{client_id="c",worker="w"} 4.5
            sent_total_other{client_id="c"} 100.0
            sent_total{client_id="d",worker="w"} NaN
            plain 7.0
            """;

    @Test
    void allLabelsOfAMeasureAreSummedAndNoOtherMeasureIs() {
        assertThat(Exported.sum(TEXT, "sent_total")).isEqualTo(7.5);
        assertThat(Exported.sum(TEXT, "plain")).isEqualTo(7);
    }

    @Test
    void whatIsNotExportedIsNothing() {
        assertThat(Exported.sum(TEXT, "sent")).isZero();
    }
}
