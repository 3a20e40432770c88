package dev.carrier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.cli.up.Screen;
import dev.carrier.cli.up.Ticker;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.embedded.EmbeddedKafka;
import dev.carrier.runtime.kafka.KafkaClients;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What an operator can find out about a running Carrier, and tell it. */
class LivedTest {
    private static final String TIME = "\\d\\d:\\d\\d:\\d\\d Café/#general  ";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir static Path data;
    @TempDir static Path other;
    private static Lived lived;

    @BeforeAll
    static void anEvening() throws Exception {
        lived = new Lived(data);
    }

    @AfterAll
    static void itEnds() {
        if (lived != null) {
            lived.close();
        }
    }

    @Test
    void replayGivesWhatIsRecordedWithOneHash() {
        // What the last answer brings with it may still be on its way into the journal.
        await().atMost(PATIENCE).untilAsserted(LivedTest::replayTwice);
    }

    private static void replayTwice() {
        Typed first = lived.carrier("replay", "--verify");
        Typed again = lived.carrier("replay", "--verify", "--json");

        assertThat(first.code()).as(first.out() + first.err()).isZero();
        assertThat(first.out().lines().toList().getLast())
                .matches(
                        "replay: [1-9]\\d+ entries of \\d+ conversations, identical, hash [0-9a-f]{64}");
        JsonNode json = Json.mapper().readTree(again.out());
        assertThat(json.path("identical").asBoolean()).isTrue();
        assertThat(first.out()).contains(json.path("hash").asString());
    }

    @Test
    void aRuleThatIsWrittenWhileItRunsDecidesTheNextMessage() throws Exception {
        var discord = lived.town().client().discord();
        String quiet = discord.channel(lived.town().guild().id(), "quiet");
        var before = discord.says(lived.town().host(), quiet, "@Ada are you there?");
        assertThat(lived.awaitOutcome(before.id(), "ada").kind()).isEqualTo(OutcomeKind.REPLIED);

        lived.writes(
                "policy: { rules: [ { in: 'discord:channel:%s', answer: never } ] }"
                        .formatted(quiet));
        var after = discord.says(lived.town().host(), quiet, "@Ada and now?");

        Outcome outcome = lived.awaitOutcome(after.id(), "ada");
        assertThat(outcome.kind()).isEqualTo(OutcomeKind.IGNORED);
        assertThat(outcome.reason()).isEqualTo("not allowed here");
    }

    @Test
    void theLiveLinesTellAnswersWithTheirTimesAndSilencesWithTheirReasons() {
        var discord = lived.town().client().discord();
        String general = lived.town().guild().general();
        var seen = new StringWriter();
        try (var ticker =
                new Ticker(
                        lived.running().infrastructure().kafka(),
                        new Screen(new PrintWriter(seen)),
                        2,
                        ZoneOffset.UTC)) {
            var asked = discord.says(lived.town().host(), general, "@Ada and the sea?");
            lived.awaitOutcome(asked.id(), "ada");
            var aside = discord.says(lived.town().host(), general, "the ferry is late");
            lived.awaitOutcome(aside.id(), "ada");

            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(seen.toString().lines())
                                    .as("%s", ticker)
                                    .anyMatch(line ->
                                            line.matches(
                                                    TIME
                                                            + "ada replied  \\d+\\.\\d s \\(gather [2-9]\\.\\d, model"
                                                            + " \\d+\\.\\d, carrier \\d+\\.\\d\\d\\)"))
                                    .anyMatch(
                                            line -> line.matches(TIME + "silent  not addressed")));
        }
        assertThat(seen.toString().lines())
                .noneMatch(line -> line.contains("juno silent"))
                .noneMatch(line -> line.contains("own message"));
    }

    @Test
    void replayOfOneConversationIsOfThatOneOnly() {
        String channel = lived.town().guild().general();

        Typed one = lived.carrier("replay", "--verify", "--conversation", channel);
        Typed none = lived.carrier("replay", "--verify", "--conversation", "discord:channel:1");

        assertThat(one.out()).contains(" entries of 1 conversations, identical, hash ");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err())
                .isEqualTo(
                        "carrier: the journal knows no conversation discord:channel:1: leave"
                                + " --conversation out for all of them\n");
    }

    @Test
    void replayFailsWhenOneRecordedResultWasAltered() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(other, 0)) {
            Copy.of(
                    lived.running().infrastructure().kafka(),
                    new KafkaClients(kafka.bootstrap(), Map.of()),
                    lived.running().settings().kafka().partitions(),
                    LivedTest::inOtherWords);

            Typed seen =
                    Typed.carrier(
                            "replay",
                            "--verify",
                            "--set",
                            "kafka.bootstrap=" + kafka.bootstrap(),
                            "--set",
                            "redis.url=redis://127.0.0.1:1");

            assertThat(seen.code()).as(seen.err()).isEqualTo(1);
            assertThat(seen.out().lines().toList().getLast())
                    .matches(
                            "replay: not identical: conversation discord:channel:\\d+, entry \\d+,"
                                    + " input thought: its input was altered:"
                                    + " carrier.results/\\d/\\d+");
        }
    }

    private static byte[] inOtherWords(byte[] result) {
        return new String(result, UTF_8)
                .replaceFirst("\"text\":\"([^\"]+)\",\"tookMillis", "\"text\":\"$1!\",\"tookMillis")
                .getBytes(UTF_8);
    }

    @Test
    void whyTellsAnAnsweredMessageFromHearingToDelivery() {
        Typed seen = lived.carrier("why", lived.asked().id());

        assertThat(seen.code()).as(seen.err()).isZero();
        assertThat(seen.out().lines())
                .anyMatch(line -> line.equals("Bo said, in Café/#general"))
                .anyMatch(line -> line.matches("  text +@Ada hello"))
                .anyMatch(line ->
                        line.matches(
                                "ada: replied \\(mention\\), \\d+\\.\\d\\d s after it was written"))
                .anyMatch(line -> line.matches("  heard +\\S+  mentioned, live"))
                .anyMatch(line -> line.matches("  gathered +together with 1 more, as one turn"))
                .anyMatch(line -> line.matches(" +\\S+  Bo: what do you grow\\?"))
                .anyMatch(line -> line.matches("  decided +to speak: mention; turn t-[0-9a-f]+"))
                .anyMatch(
                        line -> line.matches("  thought +\\S+  thought by \\S+ in .* s, 1 attempt"))
                .anyMatch(line -> line.matches("  prompt +\\d+ messages, \\d+ characters"))
                .anyMatch(line -> line.matches("  recalled +\\w+.*: 0 earlier messages, .*"))
                .anyMatch(line -> line.matches("  used +\\d+ tokens in, \\d+ out.*, cost 0.000000"))
                .anyMatch(line ->
                        line.matches(
                                "  sent +\\S+  part 1 of 1, \\S+ accepted as "
                                        + lived.answer().id()))
                .anyMatch(line -> line.matches("  latency +.* gathering \\d+\\.\\d\\d s, model .*"))
                .anyMatch(line -> line.matches("  journal +\\S+  #\\d+ heard: ada: gathering"))
                .anyMatch(
                        line -> line.matches(" +\\S+  #\\d+ delivered: ada: replied\\(mention\\)"))
                .anyMatch(line -> line.startsWith("juno: ignored (not addressed)"));
        assertThat(seen.out()).doesNotContain("You are Ada.");
    }

    @Test
    void whyShowsThePromptWhenAsked() {
        Typed seen = lived.carrier("why", lived.more().id(), "--prompt");

        assertThat(seen.out().lines()).anyMatch(line -> line.matches("  system +You are Ada\\."));
    }

    @Test
    void whyTellsOfSilenceToo() {
        Typed seen = lived.carrier("why", "discord:" + lived.aside().id() + ":said:0");

        assertThat(seen.out().lines())
                .anyMatch(line -> line.startsWith("ada: ignored (not addressed)"))
                .anyMatch(line -> line.startsWith("juno: ignored (not addressed)"))
                .anyMatch(line -> line.matches("  heard +\\S+  no mention, no reply, live"));
    }

    @Test
    void whyOfACharactersOwnMessageLeadsToItsTurn() {
        Typed seen =
                lived.carrier(
                        "why",
                        "https://discord.com/channels/%s/%s/%s"
                                .formatted(
                                        lived.town().guild().id(),
                                        lived.town().guild().general(),
                                        lived.answer().id()));

        assertThat(seen.out().lines())
                .anyMatch(line -> line.equals("Ada said, in Café/#general"))
                .anyMatch(line -> line.equals("ada said it (mention)"))
                .anyMatch(line -> line.matches(" +\\S+  Bo: @Ada hello"));
    }

    @Test
    void whyForAProgramIsJsonAndHoldsThePromptOnlyWhenAsked() {
        JsonNode life =
                Json.mapper().readTree(lived.carrier("why", lived.asked().id(), "--json").out());

        JsonNode ada = life.path("accounts").get(0);
        assertThat(ada.path("account").asString()).isEqualTo("ada");
        assertThat(ada.path("outcome").path("kind").asString()).isEqualTo("REPLIED");
        JsonNode answer = ada.path("turn").path("steps").get(0).path("answers").get(0);
        assertThat(answer.path("prompt").path("messages").asInt()).isGreaterThan(1);
        assertThat(answer.path("prompt").has("text")).isFalse();
    }

    @Test
    void whyOfWhatNobodyHeardIsASentenceWithAWayOut() {
        Typed unknown = lived.carrier("why", "42");
        Typed nonsense = lived.carrier("why", "hello");

        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err())
                .startsWith("carrier: nothing is known of 42: no account heard it");
        assertThat(nonsense.code()).isEqualTo(2);
        assertThat(nonsense.err()).startsWith("carrier: 'hello' is no message: give its number");
    }

    @Test
    void whoIsPausedAnswersNobodyUntilResumed() {
        Typed paused = lived.carrier("pause", "juno");
        assertThat(paused.out()).as(paused.err()).isEqualTo("paused: juno; speaking: ada\n");
        // A word that is said while the pause is on its way may still be answered.
        await().atMost(PATIENCE).until(() -> callJuno().reason().equals("paused"));

        Typed resumed = lived.carrier("resume", "--json");
        assertThat(resumed.out())
                .isEqualTo("{\"paused\":[],\"speaking\":[\"ada\",\"juno\"],\"running\":true}\n");
        await().atMost(PATIENCE).until(() -> callJuno().kind() == OutcomeKind.REPLIED);
    }

    private static Outcome callJuno() {
        var said =
                lived.town()
                        .client()
                        .discord()
                        .says(
                                lived.town().host(),
                                lived.town().guild().general(),
                                "@Juno are you there?");
        return lived.awaitOutcome(said.id(), "juno");
    }

    @Test
    void nobodyIsPausedUnderAWrongName() {
        Typed seen = lived.carrier("pause", "junoo");

        assertThat(seen.code()).isEqualTo(2);
        assertThat(seen.err())
                .isEqualTo(
                        "carrier: no account is named 'junoo'; did you mean 'juno'? There are ada, juno\n");
    }

    @Test
    void aWorkerAloneFindsTheServersThatRunAndEndsOnSigterm() throws Exception {
        Process worker =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.carrier.cli.Carrier",
                                "worker",
                                "memory-service",
                                "--data",
                                data.toString(),
                                "--set",
                                "http.memory=0")
                        .redirectErrorStream(true)
                        .start();
        try (var out = worker.inputReader()) {
            assertThat(
                            out.lines()
                                    .filter(line -> line.startsWith("memory-service ready"))
                                    .findFirst())
                    .hasValueSatisfying(
                            line -> assertThat(line).contains("health http://127.0.0.1:"));
            worker.destroy();
            assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(worker.exitValue()).isEqualTo(143);
        } finally {
            worker.destroyForcibly();
        }
    }
}
