package dev.carrier.pipeline;

import static dev.carrier.pipeline.Driver.CAFE;
import static dev.carrier.pipeline.Driver.bo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Headers;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell around the stages, on its own clock. */
class CarrierTopologyTest {
    @TempDir Path folder;
    private Driver driver;

    @BeforeEach
    void start() {
        driver = new Driver(Policies.defaults(), folder);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void oneMessageGoesAroundTheLoopByItsClock() {
        driver.mention(42);
        driver.after(Duration.ofMillis(1400));
        assertThat(driver.read(Topics.STEPS)).isEmpty();
        driver.after(Duration.ofMillis(125));
        driver.think(driver.step(), "Hello Bo!");
        driver.accept(driver.say(), "43");

        assertThat(driver.entries())
                .extracting(entry -> entry.input().kind())
                .containsExactly("heard", "rang", "thought", "delivered");
        assertThat(driver.entries())
                .extracting(JournalRecord.Entry::sequence)
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(driver.entries().getLast().outcomes().getFirst().reason()).isEqualTo("mention");
    }

    @Test
    void theDescriptionOfTheTopologyIsAsItWas() throws IOException {
        String described =
                CarrierTopology.topology(() -> PolicyInForce.of(Policies.defaults().done()), "x")
                        .describe()
                        .toString();
        try (var golden = getClass().getResourceAsStream("/topology.txt")) {
            assertThat(golden).isNotNull();
            assertThat(described).isEqualTo(new String(golden.readAllBytes(), UTF_8));
        }
    }

    @Test
    void overdueAlarmsRingOnceAfterARestart() throws IOException {
        driver.mention(42);
        Path elsewhere = Files.createDirectory(folder.resolve("restarted"));
        PolicyInForce policy = PolicyInForce.of(Policies.defaults().done());
        Instant later = Driver.START.plusSeconds(30);
        try (Driver restarted = new Driver(() -> policy, "build-1", elsewhere, later)) {
            driver.copyTo(restarted);
            restarted.after(Duration.ofMillis(25));
            assertThat(restarted.read(Topics.STEPS)).hasSize(1);
            restarted.after(Duration.ofSeconds(5));
            assertThat(restarted.read(Topics.STEPS)).isEmpty();
            assertThat(restarted.entries())
                    .extracting(entry -> entry.input().kind())
                    .containsExactly("rang");
            assertThat(restarted.entries().getFirst().sequence()).isEqualTo(2);
        }
    }

    @Test
    void alarmsThatAreClearedLeaveNothingBehind() {
        driver.mention(42);
        driver.after(Duration.ofSeconds(2));
        driver.think(driver.step(), "Hi!");
        driver.accept(driver.say(), "43");
        assertThat(driver.store("alarms").approximateNumEntries()).isEqualTo(1);
        driver.after(Duration.ofHours(49));
        assertThat(driver.store("alarms").approximateNumEntries()).isZero();
        assertThat(driver.store("conversations").approximateNumEntries()).isZero();
        assertThat(driver.entries().getLast().reason()).contains("idle");
    }

    @Test
    void theJournalHasNoGapsAndASnapshotEveryHundredInputs() {
        for (int message = 1; message <= 250; message++) {
            driver.hear(bo(1000 + message, "chat " + message).event());
        }
        List<Long> sequences =
                driver.entries().stream().map(JournalRecord.Entry::sequence).toList();
        assertThat(sequences)
                .isEqualTo(LongStream.rangeClosed(1, sequences.size()).boxed().toList());
        List<JournalRecord.Snapshot> snapshots =
                driver.journal.stream()
                        .filter(JournalRecord.Snapshot.class::isInstance)
                        .map(JournalRecord.Snapshot.class::cast)
                        .toList();
        assertThat(snapshots)
                .extracting(JournalRecord.Snapshot::sequence)
                .containsExactly(100L, 200L);
        for (JournalRecord.Snapshot snapshot : snapshots) {
            assertThat(driver.entries())
                    .filteredOn(entry -> entry.sequence() == snapshot.sequence())
                    .extracting(JournalRecord.Entry::stateHash)
                    .containsExactly(snapshot.stateHash());
        }
    }

    @Test
    void headersSayWhatARecordIsAboutEvenWhenItCannotBeRead() {
        driver.mention(42);
        driver.after(Duration.ofSeconds(2));
        var step = driver.stepHeaders();
        assertThat(step)
                .containsEntry(Headers.CONVERSATION, CAFE.conversation().value())
                .containsEntry(Headers.ACCOUNT, new AccountId("ada").value())
                .containsKeys(Headers.TURN, Headers.ABOUT);
    }
}
