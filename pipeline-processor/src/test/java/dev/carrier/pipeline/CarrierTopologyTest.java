package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.DeadLetter;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Headers;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell around the stages, on its own clock. */
class CarrierTopologyTest {
    private static final Place CAFE = Places.channel("7");

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

    private static Saying bo(long message, String text) {
        return new Saying(
                EventId.discordSaid(Long.toString(message)), CAFE, Driver.START, "bo", text);
    }

    private void mention(long message) {
        driver.hear(bo(message, "hello @Ada").mentioning(ADA).event());
    }

    @Test
    void oneMessageGoesAroundTheLoopByItsClock() {
        mention(42);
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
    void anUnreadableEventIsPutAsideAndTheNextGoesOn() {
        driver.hear(
                Topics.EVENTS,
                CAFE.conversation(),
                "{\"type\":\"said.v1\",\"id\":\"discord:41:said:0\",\"heardBy\":[{\"account\":\"ada\"}]}"
                        .getBytes(UTF_8),
                Map.of());
        mention(42);
        driver.after(Duration.ofSeconds(2));

        DeadLetter.Dead dead = (DeadLetter.Dead) driver.read(Topics.DEAD_LETTERS).getFirst();
        assertThat(dead.reason()).startsWith("said.v1: no ");
        assertThat(dead.from()).get().extracting(from -> from.topic()).isEqualTo("carrier.events");
        assertThat(driver.entries().getFirst().outcomes())
                .containsExactly(
                        new Outcome(
                                EventId.discordSaid("41"),
                                ADA,
                                OutcomeKind.FAILED,
                                "bug: " + dead.reason(),
                                Optional.empty()));
        assertThat(driver.step().triggers()).containsExactly(EventId.discordSaid("42"));
    }

    @Test
    void whatIsNoJsonAtAllIsAnsweredForByItsHeaders() {
        driver.hear(
                Topics.EVENTS,
                CAFE.conversation(),
                "oops".getBytes(UTF_8),
                Map.of(Headers.ABOUT, "discord:41:said:0", Headers.ACCOUNT, "ada"));
        assertThat(driver.entries().getFirst().outcomes())
                .extracting(Outcome::kind)
                .containsExactly(OutcomeKind.FAILED);
        assertThat(driver.entries().getFirst().input().body()).isEmpty();
        assertThat(driver.read(Topics.DEAD_LETTERS)).hasSize(1);
    }

    @Test
    void anUnreadableResultFailsItsTurn() {
        mention(42);
        driver.after(Duration.ofSeconds(2));
        Step.Think step = driver.step();
        driver.read(Topics.RESPONSES_DISCORD);
        driver.hear(
                Topics.RESULTS,
                CAFE.conversation(),
                "oops".getBytes(UTF_8),
                Map.of(
                        Headers.ABOUT,
                        step.id().value(),
                        Headers.TURN,
                        step.turn().value(),
                        Headers.ACCOUNT,
                        "ada"));
        Outcome outcome = driver.entries().getLast().outcomes().getFirst();
        assertThat(outcome.kind()).isEqualTo(OutcomeKind.FAILED);
        assertThat(outcome.reason()).startsWith("bug: not JSON");
        assertThat(driver.read(Topics.RESPONSES_DISCORD))
                .hasAtLeastOneElementOfType(Response.React.class);
    }

    @Test
    void anUnreadableDeliveryClosesItsTurn() {
        mention(42);
        driver.after(Duration.ofSeconds(2));
        driver.think(driver.step(), "Hi!");
        Response.Say say = driver.say();
        driver.hear(
                Topics.DELIVERIES,
                CAFE.conversation(),
                "oops".getBytes(UTF_8),
                Map.of(Headers.ABOUT, say.id().value(), Headers.ACCOUNT, "ada"));
        assertThat(driver.entries().getLast().outcomes().getFirst().reason())
                .startsWith("refused: bug: not JSON");
    }

    @Test
    void whatStandsUnderAnotherConversationsKeyIsPutAside() {
        driver.hear(
                Topics.EVENTS,
                Place.discordConversation("8"),
                dev.carrier.contracts.Json.write(bo(42, "hello").event()),
                Map.of());
        assertThat(((DeadLetter.Dead) driver.read(Topics.DEAD_LETTERS).getFirst()).reason())
                .isEqualTo("its key is not its conversation");
    }

    @Test
    void overdueAlarmsRingOnceAfterARestart() throws IOException {
        mention(42);
        Path elsewhere = Files.createDirectory(folder.resolve("restarted"));
        PolicyInForce policy = PolicyInForce.of(Policies.defaults().done());
        Instant later = Driver.START.plusSeconds(30);
        try (Driver restarted = new Driver(() -> policy, "build-1", elsewhere, later)) {
            copy("conversations", restarted);
            copy("alarms", restarted);
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
    void aPauseEndsWhatIsOpenByItself() {
        AtomicReference<PolicyInForce> policy =
                new AtomicReference<>(PolicyInForce.of(Policies.defaults().done()));
        driver.close();
        driver = new Driver(policy::get, "build-1", folder, Driver.START);
        mention(42);
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
        mention(42);
        driver.after(Duration.ofSeconds(2));
        Path elsewhere = Files.createDirectory(folder.resolve("restarted"));
        PolicyInForce policy = PolicyInForce.of(Policies.defaults().paused(ADA).done());
        Instant later = Driver.START.plusSeconds(3);
        try (Driver restarted = new Driver(() -> policy, "build-1", elsewhere, later)) {
            copy("conversations", restarted);
            copy("alarms", restarted);
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
        AtomicReference<PolicyInForce> policy =
                new AtomicReference<>(PolicyInForce.of(Policies.defaults().done()));
        driver.close();
        driver = new Driver(policy::get, "build-1", folder, Driver.START);
        mention(42);
        driver.after(Duration.ofSeconds(2));
        policy.set(PolicyInForce.of(Policies.defaults().paused(ADA).done()));
        driver.hear(Topics.EVENTS, CAFE.conversation(), "oops".getBytes(UTF_8), Map.of());
        assertThat(driver.entries().getLast().outcomes())
                .extracting(Outcome::reason)
                .containsExactly("paused");
    }

    private void copy(String store, Driver to) {
        try (KeyValueIterator<Bytes, byte[]> all = driver.store(store).all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> one = all.next();
                to.store(store).put(one.key, one.value);
            }
        }
    }

    @Test
    void alarmsThatAreClearedLeaveNothingBehind() {
        mention(42);
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
        mention(42);
        driver.after(Duration.ofSeconds(2));
        var step = driver.stepHeaders();
        assertThat(step)
                .containsEntry(Headers.CONVERSATION, CAFE.conversation().value())
                .containsEntry(Headers.ACCOUNT, new AccountId("ada").value())
                .containsKeys(Headers.TURN, Headers.ABOUT);
    }
}
