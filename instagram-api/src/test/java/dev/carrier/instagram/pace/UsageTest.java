package dev.carrier.instagram.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsageTest {
    @Test
    void theHighestOfAllCounts() {
        Usage usage =
                Usage.of(
                        Optional.of("{\"call_count\":28,\"total_time\":25,\"total_cputime\":25}"),
                        Optional.of(
                                """
                                {"178":[{"type":"instagram","call_count":12,"total_cputime":3,
                                  "total_time":81,"estimated_time_to_regain_access":0}]}\
                                """));

        assertThat(usage).isEqualTo(new Usage(Optional.of(81), Duration.ZERO));
    }

    @Test
    void aBlockLastsMinutes() {
        Usage usage =
                Usage.of(
                        Optional.empty(),
                        Optional.of(
                                """
                                {"178":[{"call_count":100,"estimated_time_to_regain_access":7}]}\
                                """));

        assertThat(usage.regain()).isEqualTo(Duration.ofMinutes(7));
    }

    @Test
    void whatCannotBeReadSaysNothing() {
        assertThat(Usage.of(Optional.of("nonsense"), Optional.of("[1]"))).isEqualTo(Usage.NONE);
    }
}
