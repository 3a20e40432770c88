package dev.carrier.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.faults.DiscordFaults;
import dev.carrier.faults.FaultsPlan;
import dev.carrier.faults.FaultsReport;
import dev.carrier.faults.harm.Disconnects;
import dev.carrier.faults.harm.Refusals;
import dev.carrier.faults.town.Town;
import dev.carrier.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A cut of {@code ./carrier faults --suite discord}: each way to end a connection, each kill, each
 * refusal and each outage once, in an order that a seed decides.
 */
class DiscordFaultsIT {
    private static FaultsReport report;

    @BeforeAll
    static void anHourInMinutes() {
        // The same evening each time; others are tried with this, or with ./carrier faults.
        long seed = Long.getLong("carrier.seed", 230_647);
        System.out.println("faults: -Dcarrier.seed=" + seed);
        var plan =
                new FaultsPlan(
                        200,
                        6,
                        Disconnects.Way.values().length,
                        Refusals.kinds(),
                        4,
                        1,
                        0,
                        Duration.ofMinutes(20),
                        seed);
        var options =
                SandboxOptions.defaults()
                        .withIdentifyInterval(Duration.ofMillis(50))
                        .withHeartbeatInterval(Duration.ofSeconds(4));
        try (var town = new Town(Path.of("target", "discord-faults").toAbsolutePath(), options)) {
            report = new DiscordFaults(town, plan, System.out::println).run();
        }
        System.out.println(report.lastLine());
    }

    @Test
    void nothingIsLost() {
        assertThat(report.messages()).isGreaterThanOrEqualTo(200);
        assertThat(report.answers()).isGreaterThan(50);
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
    void everyFaultOfThePlanHappened() {
        assertThat(report.leftOut()).isZero();
        assertThat(report.faults().keySet())
                .filteredOn(kind -> kind.startsWith("disconnect: "))
                .hasSize(Disconnects.Way.values().length);
        assertThat(report.faults().keySet())
                .filteredOn(kind -> kind.startsWith("kill -9: "))
                .hasSize(6);
        assertThat(report.faults().keySet())
                .filteredOn(kind -> kind.startsWith("outage: "))
                .hasSize(4);
    }
}
