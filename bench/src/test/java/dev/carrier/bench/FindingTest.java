package dev.carrier.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingTest {
    @Test
    void aNumberAtItsBoundMeetsTheAim() {
        assertThat(Finding.of("p50", 40, "ms").aim(Aim.atMost(40)).met()).contains(true);
        assertThat(Finding.of("p50", 40.1, "ms").aim(Aim.atMost(40)).met()).contains(false);
        assertThat(Finding.of("rate", 300, "/s").aim(Aim.atLeast(300)).met()).contains(true);
        assertThat(Finding.of("rate", 299.9, "/s").aim(Aim.atLeast(300)).met()).contains(false);
    }

    @Test
    void whatCouldNotBeMeasuredIsADashAndMeetsNoAim() {
        Finding unknown = Finding.of("resident size", Double.NaN, "MB").aim(Aim.atMost(300));

        assertThat(unknown.shown()).isEqualTo("-");
        assertThat(unknown.met()).contains(false);
        assertThat(unknown.json().has("value")).isFalse();
    }

    @Test
    void smallNumbersHaveATenthAndLargeOnesDoNot() {
        assertThat(Finding.of("", 21.44, "ms").shown()).isEqualTo("21.4 ms");
        assertThat(Finding.of("", 1805.3, "ms").shown()).isEqualTo("1,805 ms");
        assertThat(Finding.of("", 5000, "").shown()).isEqualTo("5,000");
    }
}
