package dev.carrier.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.faults.InstagramFaults;
import dev.carrier.faults.InstagramPlan;
import dev.carrier.faults.InstagramReport;
import dev.carrier.faults.instagram.Studio;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A cut of {@code ./carrier faults --suite instagram}: some kills, some mishaps, Kafka away once, a
 * human who takes over.
 */
class InstagramFaultsIT {
    private static final int KILLS = 5;

    private static InstagramReport report;

    @BeforeAll
    static void anEveningInMinutes() {
        // The same evening each time; others are tried with this, or with ./carrier faults.
        long seed = Long.getLong("carrier.seed", 1_465_620);
        System.out.println("faults: -Dcarrier.seed=" + seed);
        var plan = new InstagramPlan(60, KILLS, 11, 0, 1, 1, Duration.ofMinutes(10), seed);
        try (var studio = new Studio(Path.of("target", "instagram-faults").toAbsolutePath())) {
            report = new InstagramFaults(studio, plan, System.out::println).run();
        }
        System.out.println(report.lastLine());
    }

    @Test
    void nothingIsLost() {
        assertThat(report.answers()).isGreaterThan(20);
        assertThat(report.posts()).isGreaterThan(4);
        assertThat(report.verdict().lost()).isEmpty();
    }

    @Test
    void nothingIsAnsweredTwice() {
        assertThat(report.verdict().answeredTwice()).isEmpty();
    }

    @Test
    void nothingIsPublishedTwice() {
        assertThat(report.verdict().publishedTwice()).isEmpty();
    }

    @Test
    void nobodyIsAnsweredUncalledAndEveryPostIsAsOrdered() {
        assertThat(report.verdict().otherwise()).isEmpty();
    }

    @Test
    void everyFaultOfThePlanHappened() {
        assertThat(report.leftOut()).isZero();
        assertThat(report.faults().keySet())
                .filteredOn(kind -> kind.startsWith("kill -9: "))
                .hasSize(KILLS);
    }
}
