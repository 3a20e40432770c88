package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static dev.carrier.pipeline.Policies.BOB;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Ids;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.contracts.RecordRef;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.Topics;
import dev.carrier.pipeline.replay.RecordedTopics;
import dev.carrier.pipeline.replay.ReplayReport;
import dev.carrier.pipeline.replay.ReplayVerifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** What the topology journalled is decided again; whoever alters the record is found out. */
class ReplayTest {
    private static final PolicyInForce DAY = PolicyInForce.of(Policies.defaults().done());
    private static final PolicyInForce NIGHT =
            PolicyInForce.of(Policies.defaults().paused(BOB).done());

    @TempDir Path folder;
    private PolicyInForce policy = DAY;
    private Driver driver;
    private List<JournalRecord> journal;
    private Map<RecordRef, RecordedTopics.Recorded> records;
    private Map<PolicyHash, Policy> policies;

    @BeforeEach
    void anEveningIsRecorded() {
        driver = new Driver(() -> policy, "build-1", folder, Driver.START);
        for (String channel : List.of("7", "8")) {
            Place place = Places.channel(channel);
            for (int message = 1; message <= 90; message++) {
                Saying saying =
                        new Saying(
                                EventId.discordSaid(channel + "00" + message),
                                place,
                                Driver.START,
                                "bo",
                                message == 30 ? "long ".repeat(600) : "text " + message);
                if (message % 10 == 0) {
                    saying.mentioning(ADA);
                }
                driver.hear(saying.heardBy(ADA, BOB).event());
                if (message % 10 == 0) {
                    driver.after(Duration.ofSeconds(2));
                    driver.think(driver.step(), "An answer. ".repeat(message * 4));
                    int part = 0;
                    for (var response : driver.read(Topics.RESPONSES_DISCORD)) {
                        if (response instanceof Response.Say say) {
                            driver.accept(say, channel + "99" + message + part++);
                        }
                    }
                }
            }
            driver.hear(Topics.EVENTS, place.conversation(), "oops".getBytes(UTF_8), Map.of());
            driver.hear(
                    new Saying(
                                    EventId.discordSaid(channel + "0091"),
                                    place,
                                    Driver.START,
                                    "bo",
                                    "and you?")
                            .mentioning(BOB)
                            .heardBy(ADA, BOB)
                            .event());
            driver.after(Duration.ofSeconds(2));
            policy = NIGHT;
            driver.after(Duration.ofMillis(50));
        }
        journal = new ArrayList<>(driver.journal);
        records = new HashMap<>(driver.recorded);
        policies = new HashMap<>();
        policies.put(DAY.version(), DAY.policy());
        policies.put(NIGHT.version(), NIGHT.policy());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private ReplayReport verify() {
        return new ReplayVerifier(new InMemoryTopics(records, policies), "build-1").verify(journal);
    }

    private String divergence() {
        return verify().first().orElseThrow().what();
    }

    @Test
    void anUnalteredRecordIsReplayedIdentically() {
        ReplayReport report = verify();
        assertThat(report.first()).isEmpty();
        assertThat(report.identical()).isTrue();
        assertThat(report.conversations()).isEqualTo(2);
        assertThat(report.entries()).isEqualTo(driver.entries().size());
        assertThat(report.skipped()).isZero();
        assertThat(report.hash()).hasSize(64).isEqualTo(verify().hash());
    }

    @Test
    void aPauseThatEndedATurnByItselfIsReplayedAndFoundWhenAltered() {
        assertThat(driver.entries())
                .filteredOn(entry -> entry.input().kind().equals("changed"))
                .hasSize(1)
                .allSatisfy(entry -> assertThat(entry.reason()).contains("ignored(paused)"));
        alter(
                entry -> entry.input().kind().equals("changed"),
                entry -> {
                    var body = Json.mapper().createObjectNode().put("version", "another");
                    return entry(
                            entry,
                            new JournalRecord.Input(
                                    "changed",
                                    Optional.of(body),
                                    Optional.empty(),
                                    entry.input().sha256()),
                            entry.outputs(),
                            entry.stateHash());
                });
        assertThat(divergence()).isEqualTo("its input was altered in the journal");
    }

    @Test
    void replayBeginsAtAnySnapshot() {
        List<Integer> snapshots = new ArrayList<>();
        for (int at = 0; at < journal.size(); at++) {
            if (journal.get(at) instanceof JournalRecord.Snapshot) {
                snapshots.add(at);
            }
        }
        assertThat(snapshots).isNotEmpty();
        List<JournalRecord> whole = journal;
        for (int from : snapshots) {
            journal = whole.subList(from, whole.size());
            ReplayReport report = verify();
            assertThat(report.first()).isEmpty();
            assertThat(report.entries()).isPositive();
        }
    }

    @Test
    void whatTheTopicsForgotIsReplayedFromTheJournalWhereItIsInline() {
        records.keySet().removeIf(at -> inline().contains(at));
        assertThat(verify().first()).isEmpty();
    }

    private List<RecordRef> inline() {
        return driver.entries().stream()
                .filter(entry -> entry.input().body().isPresent())
                .flatMap(entry -> entry.input().from().stream())
                .toList();
    }

    @Test
    void aRecordedResultThatIsAlteredIsFound() {
        List<RecordRef> results =
                records.keySet().stream()
                        .filter(at -> at.topic().equals(Topics.RESULTS.name()))
                        .toList();
        assertThat(results).isNotEmpty();
        for (RecordRef at : results) {
            var before = records.get(at);
            String altered =
                    new String(before.value().get(), UTF_8).replace("An answer", "No answer");
            records.put(
                    at,
                    new RecordedTopics.Recorded(
                            before.key(), Bytes.wrap(altered.getBytes(UTF_8)), new TreeMap<>()));
            assertThat(divergence()).startsWith("its input was altered: carrier.results/0/");
            records.put(at, before);
        }
    }

    @Test
    void aResultThatIsAlteredInTheJournalWithItsHashIsFoundByWhatItLeadsTo() {
        alter(
                entry -> entry.input().kind().equals("thought") && entry.input().body().isPresent(),
                entry -> {
                    ObjectNode body = (ObjectNode) entry.input().body().orElseThrow().deepCopy();
                    body.put("text", "No answer.");
                    return entry(
                            entry,
                            new JournalRecord.Input(
                                    entry.input().kind(),
                                    Optional.of(body),
                                    entry.input().from(),
                                    Ids.sha256(Json.canonical(body))),
                            entry.outputs(),
                            entry.stateHash());
                });
        assertThat(divergence()).startsWith("its input was altered");
        records.clear();
        records.putAll(
                Map.copyOf(driver.recorded).entrySet().stream()
                        .filter(one -> !inline().contains(one.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        assertThat(divergence()).startsWith("outputs: recorded ");
    }

    @Test
    void aBodyThatIsAlteredInTheJournalIsFound() {
        alter(
                entry -> entry.input().body().isPresent(),
                entry -> {
                    ObjectNode body = (ObjectNode) entry.input().body().orElseThrow().deepCopy();
                    body.put("text", "another");
                    return entry(
                            entry,
                            new JournalRecord.Input(
                                    entry.input().kind(),
                                    Optional.of(body),
                                    entry.input().from(),
                                    entry.input().sha256()),
                            entry.outputs(),
                            entry.stateHash());
                });
        assertThat(divergence()).isEqualTo("its input was altered in the journal");
    }

    @Test
    void anOutputThatWasRecordedOtherwiseIsFound() {
        alter(
                entry -> !entry.outputs().isEmpty(),
                entry ->
                        entry(
                                entry,
                                entry.input(),
                                List.of(
                                        new JournalRecord.Output(
                                                "carrier.steps", "s-1", "0".repeat(64))),
                                entry.stateHash()));
        assertThat(divergence()).startsWith("outputs: recorded ");
    }

    @Test
    void aStateThatWasRecordedOtherwiseIsFound() {
        alter(
                entry -> entry.sequence() == 3,
                entry -> entry(entry, entry.input(), entry.outputs(), "0".repeat(64)));
        assertThat(divergence()).startsWith("state: recorded 000");
    }

    @Test
    void aGapIsFound() {
        journal.removeIf(record ->
                record instanceof JournalRecord.Entry entry
                        && entry.in().equals(Place.discordConversation("8"))
                        && entry.sequence() == 5);
        assertThat(verify().first().orElseThrow().toString())
                .isEqualTo("discord:channel:8 entry 6: a gap: the entry before it is 4");
    }

    @Test
    void aPolicyThatIsMissingOrAlteredIsFound() {
        policies.put(NIGHT.version(), DAY.policy());
        assertThat(divergence()).isEqualTo("policy " + NIGHT.version() + " was altered");
        policies.remove(NIGHT.version());
        assertThat(divergence()).isEqualTo("policy " + NIGHT.version() + " is missing");
    }

    @Test
    void whatAnotherBuildDecidedIsPassedOver() {
        ReplayReport report =
                new ReplayVerifier(new InMemoryTopics(records, policies), "build-2")
                        .verify(journal);
        assertThat(report.entries()).isZero();
        assertThat(report.skipped()).isEqualTo(driver.entries().size());
    }

    private void alter(
            Predicate<JournalRecord.Entry> which, UnaryOperator<JournalRecord.Entry> how) {
        for (int at = 0; at < journal.size(); at++) {
            if (journal.get(at) instanceof JournalRecord.Entry entry && which.test(entry)) {
                journal.set(at, how.apply(entry));
                return;
            }
        }
        throw new AssertionError("nothing to alter");
    }

    private static JournalRecord.Entry entry(
            JournalRecord.Entry of,
            JournalRecord.Input input,
            List<JournalRecord.Output> outputs,
            String stateHash) {
        return new JournalRecord.Entry(
                of.in(),
                of.sequence(),
                of.handledAt(),
                input,
                of.policy(),
                of.build(),
                outputs,
                of.outcomes(),
                of.reason(),
                stateHash);
    }
}
