package dev.carrier.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HealthProbeTest {
    @Test
    void aWorkerIsWellAsLongAsItSaysSoAndNoLongerThanItRuns() {
        var trouble = new AtomicReference<Optional<String>>(Optional.empty());
        var health = new Health();
        health.check("redis", trouble::get);
        String address;
        try (var server = new HealthServer("127.0.0.1", 0, health, () -> "")) {
            address = "http://127.0.0.1:" + server.port() + "/health/ready";

            assertThat(HealthProbe.well(address)).isTrue();

            trouble.set(Optional.of("redis does not answer"));
            assertThat(HealthProbe.well(address)).isFalse();
        }
        assertThat(HealthProbe.well(address)).isFalse();
    }
}
