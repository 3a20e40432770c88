package dev.carrier.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.faults.DiscordFaults;
import dev.carrier.faults.FaultsPlan;
import dev.carrier.faults.FaultsReport;
import dev.carrier.faults.crew.Clocks;
import dev.carrier.faults.harm.Upheavals;
import dev.carrier.faults.town.Town;
import dev.carrier.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A cut of {@code ./carrier faults --suite fleet}: several processors share the conversations while
 * every worker restarts in its turn, processors come and go in mid-call, Kafka's disk is full and
 * clocks are stepped.
 */
class FleetFaultsIT {
    private static final Path FOLDER = Path.of("target", "fleet-faults").toAbsolutePath();

    private static FaultsReport report;

    @BeforeAll
    static void aNightOfOperations() {
        long seed = Long.getLong("carrier.seed", 413_009);
        System.out.println("faults: -Dcarrier.seed=" + seed);
        int upheavals = Upheavals.Kind.values().length;
        var plan = new FaultsPlan(80, 2, 0, 0, 0, 2, upheavals, Duration.ofMinutes(20), seed);
        var options =
                SandboxOptions.defaults()
                        .withIdentifyInterval(Duration.ofMillis(50))
                        .withHeartbeatInterval(Duration.ofSeconds(4));
        try (var town = new Town(FOLDER, options)) {
            report = new DiscordFaults(town, plan, System.out::println).run();
        }
        System.out.println(report.lastLine());
        System.out.println(report.paid().words());
    }

    @Test
    void nothingIsLost() {
        assertThat(report.messages()).isGreaterThanOrEqualTo(80);
        assertThat(report.verdict().lost()).isEmpty();
    }

    @Test
    void nothingIsAnsweredTwice() {
        assertThat(report.verdict().twice()).isEmpty();
    }

    @Test
    void nothingIsOutOfOrder() {
        assertThat(report.verdict().outOfOrder()).isEmpty();
    }

    @Test
    void nobodyIsAnsweredUncalledAndEveryLineEndsOnce() {
        assertThat(report.verdict().otherwise()).isEmpty();
    }

    @Test
    void onlyCallsInFlightArePaidForAgain() {
        assertThat(report.paid().calls()).isPositive();
        assertThat(report.paid().tooMany()).isZero();
    }

    @Test
    void everyFaultOfThePlanHappened() {
        assertThat(report.leftOut()).isZero();
        boolean mustStepClocks = "true".equals(System.getenv("CI"));
        var expected =
                Arrays.stream(Upheavals.Kind.values())
                        .filter(kind ->
                                mustStepClocks
                                        || Clocks.in(FOLDER).isPresent()
                                        || !kind.isOfClocks())
                        .map(Upheavals.Kind::words)
                        .toList();
        assertThat(report.faults()).containsKeys(expected.toArray(new String[0]));
    }
}
