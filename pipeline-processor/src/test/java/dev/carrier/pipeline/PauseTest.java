package dev.carrier.pipeline;

import static dev.carrier.pipeline.Driver.CAFE;
import static dev.carrier.pipeline.Policies.ADA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pause ends what is open by itself, also when it came while nobody ran. */
class PauseTest {
    private final AtomicReference<PolicyInForce> policy =
            new AtomicReference<>(PolicyInForce.of(Policies.defaults().done()));

    @TempDir Path folder;
    private Driver driver;

    @BeforeEach
    void start() {
        driver = new Driver(policy::get, "build-1", folder, Driver.START);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void aPauseEndsWhatIsOpenByItself() {
        driver.mention(42);
        Place quiet = Places.channel("8");
        driver.hear(
                new Saying(EventId.discordSaid("41"), quiet, Driver.START, "bo", "chat").event());
        driver.after(Duration.ofSeconds(2));
        Step.Think step = driver.step();
        driver.read(Topics.RESPONSES_DISCORD);
        int entries = driver.entries().size();

        policy.set(PolicyInForce.of(Policies.defaults().paused(ADA).done()));
        driver.after(Duration.ofMillis(50));
        assertThat(driver.entries()).hasSize(entries + 1);
        JournalRecord.Entry ended = driver.entries().getLast();
        assertThat(ended.input().kind()).isEqualTo("changed");
        assertThat(ended.outcomes())
                .extracting(Outcome::event, Outcome::kind, Outcome::reason)
                .containsExactly(tuple(EventId.discordSaid("42"), OutcomeKind.IGNORED, "paused"));
        assertThat(driver.read(Topics.RESPONSES_DISCORD))
                .singleElement()
                .isInstanceOfSatisfying(
                        Response.Typing.class, typing -> assertThat(typing.on()).isFalse());

        driver.think(step, "Hi!");
        driver.after(Duration.ofMinutes(5));
        assertThat(driver.read(Topics.RESPONSES_DISCORD)).isEmpty();
        assertThat(driver.entries()).hasSize(entries + 2);
    }

    @Test
    void aPauseThatCameWhileNobodyRanIsSeenAtTheStart() throws IOException {
        driver.mention(42);
        driver.after(Duration.ofSeconds(2));
        Path elsewhere = Files.createDirectory(folder.resolve("restarted"));
        policy.set(PolicyInForce.of(Policies.defaults().paused(ADA).done()));
        Instant later = Driver.START.plusSeconds(3);
        try (Driver restarted = new Driver(policy::get, "build-1", elsewhere, later)) {
            driver.copyTo(restarted);
            restarted.after(Duration.ofMillis(25));
            assertThat(restarted.entries())
                    .extracting(entry -> entry.input().kind())
                    .containsExactly("changed");
            assertThat(restarted.entries().getFirst().outcomes())
                    .extracting(Outcome::reason)
                    .containsExactly("paused");
        }
    }

    @Test
    void whatCannotBeReadDoesNotHideAPause() {
        driver.mention(42);
        driver.after(Duration.ofSeconds(2));
        policy.set(PolicyInForce.of(Policies.defaults().paused(ADA).done()));
        driver.hear(Topics.EVENTS, CAFE.conversation(), "oops".getBytes(UTF_8), Map.of());
        assertThat(driver.entries().getLast().outcomes())
                .extracting(Outcome::reason)
                .containsExactly("paused");
    }
}
