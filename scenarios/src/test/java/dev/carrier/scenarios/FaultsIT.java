package dev.carrier.scenarios;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.contracts.Response;
import dev.carrier.faults.crew.Job;
import dev.carrier.faults.harm.Kills;
import dev.carrier.faults.harm.ResponderKills;
import dev.carrier.faults.judge.Evidence;
import dev.carrier.faults.judge.Evidence.Answer;
import dev.carrier.faults.judge.Evidence.Heard;
import dev.carrier.faults.town.Crowd;
import dev.carrier.faults.town.Told;
import dev.carrier.faults.town.Town;
import dev.carrier.pipeline.PipelineWorker;
import dev.carrier.pipeline.replay.ReplayVerifier;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.SeenMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Three hundred lines of a dozen people, while the workers, each a process of its own, are killed
 * with work in flight and the outside world misbehaves. Afterwards each guarantee is judged by what
 * the sandbox saw.
 */
class FaultsIT {
    private static final int LINES = 300;
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(3);

    private static Town town;
    private static Kills kills;
    private static Evidence evidence;

    @BeforeAll
    static void anEveningOfFaults() {
        long seed = Long.getLong("carrier.seed", new Random().nextLong());
        System.out.println("faults: -Dcarrier.seed=" + seed);
        town =
                new Town(
                        Path.of("target", "faults").toAbsolutePath(),
                        SandboxOptions.defaults().withIdentifyInterval(Duration.ofMillis(50)));
        town.client().model().echoes("mark-", Crowd.MARK);
        var crowd = new Crowd(town, seed);
        kills = new Kills(town, crowd);
        town.crew().start(Job.onDiscord());

        crowd.greetsInDms();
        awaitAnswers(crowd);
        theModelFails();
        crowd.talks(20);
        kills.processorBeforeItReadsTheAnswers();
        discordRefuses();
        crowd.talks(20);
        kills.responder().betweenPostAndItsAnswer();
        theGatewayStumbles();
        crowd.talks(20);
        town.crew().of(Job.PROCESSOR).awaitReady();
        town.crew().of(Job.RESPONDER).awaitReady();
        kills.ingestBeforeItReadsWhatDiscordSent();
        kills.ingestInTheMiddleOfCatchingUp();
        town.crew().of(Job.INGEST).awaitReady();
        kills.processorAsTheFirstAnswerArrives();
        theModelFails();
        crowd.talks(20);
        town.crew().of(Job.PROCESSOR).awaitReady();
        kills.responder().andItsLedger();
        discordRefuses();
        crowd.talks(Math.max(20, LINES - crowd.told().size()));

        awaitAnswers(crowd);
        await("every line has an outcome, nothing is open")
                .atMost(SETTLED_WITHIN)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    var now = Evidence.of(town, crowd);
                    assertThat(now.undecided()).as(town.crew()::tails).isEmpty();
                    assertThat(now.recorded().open()).as(town.crew()::tails).isEmpty();
                });
        evidence = Evidence.of(town, crowd);
    }

    private static void awaitAnswers(Crowd crowd) {
        try {
            await("everybody who called is answered")
                    .atMost(SETTLED_WITHIN)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> unanswered(crowd).isEmpty());
        } catch (ConditionTimeoutException e) {
            var lost = unanswered(crowd);
            throw new AssertionError(
                    "not answered: %s%n%s%n%s"
                            .formatted(
                                    lost,
                                    Evidence.explained(town, crowd.told(), lost),
                                    town.crew().tails()),
                    e);
        }
    }

    private static List<String> unanswered(Crowd crowd) {
        return Evidence.unanswered(crowd.told(), Evidence.answers(town, crowd));
    }

    private static void theModelFails() {
        var orders = town.client().orders();
        orders.at("model").status(500);
        orders.at("model").after(3).rateLimited(1);
        orders.at("model").after(6).dropAfter();
    }

    private static void discordRefuses() {
        var orders = town.client().orders();
        orders.at("discord.rest").method("POST").path("/messages$").times(2).rateLimited(1);
        orders.at("discord.rest").method("POST").path("/messages$").times(1).after(3).status(502);
        orders.at("discord.rest").method("POST").path("/messages$").times(2).after(5).dropAfter();
        orders.at("discord.rest").method("POST").path("/messages$").times(1).after(8).dropBefore();
    }

    private static void theGatewayStumbles() {
        var orders = town.client().orders();
        orders.at("discord.gateway").method("MESSAGE_CREATE").times(6).duplicate(2);
        orders.at("discord.gateway").account("Ada").cut();
        orders.at("discord.gateway").account("Juno").invalidSession(false);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void nothingIsLost() {
        assertThat(evidence.told()).hasSizeGreaterThanOrEqualTo(LINES);
        assertThat(Evidence.unanswered(evidence.told(), evidence.answers())).isEmpty();
        assertThat(evidence.undecided()).isEmpty();
        assertThat(evidence.recorded().deadLetters()).isZero();
    }

    @Test
    void everyLineHasExactlyOneOutcomeForEachWhoHeardIt() {
        assertThat(evidence.outcomes())
                .allSatisfy((_, outcomes) -> assertThat(outcomes).hasSize(1));
        var outcomes = evidence.outcomes();
        assertThat(evidence.told())
                .allSatisfy(line ->
                        assertThat(line.must())
                                .allSatisfy(account ->
                                        assertThat(
                                                        outcomes.get(
                                                                        new Heard(
                                                                                line.event(),
                                                                                account))
                                                                .getFirst()
                                                                .kind())
                                                .isEqualTo(OutcomeKind.REPLIED)));
    }

    @Test
    void nobodyIsAnsweredTwice() {
        var answers = evidence.answers();
        assertThat(counted(answers, answer -> answer.message().nonce())).allSatisfy(FaultsIT::once);
        assertThat(counted(answers, answer -> List.of(answer.by(), answer.message().replyTo())))
                .allSatisfy(FaultsIT::once);
        for (Told line : evidence.told()) {
            var saw = answers.stream().filter(answer -> answer.saw(line)).toList();
            assertThat(counted(saw, Answer::by)).as("%s", line).allSatisfy(FaultsIT::once);
        }
    }

    private static <K> Map<K, Long> counted(List<Answer> answers, Function<Answer, K> by) {
        return answers.stream().collect(groupingBy(by, counting()));
    }

    private static void once(Object what, long times) {
        assertThat(times).as("%s", what).isOne();
    }

    @Test
    void onlyThoseWhoCalledAreAnswered() {
        var lines =
                evidence.told().stream()
                        .collect(Collectors.toMap(line -> line.message().id(), line -> line));
        assertThat(evidence.answers())
                .allSatisfy(answer -> {
                    var line = lines.get(answer.message().replyTo().orElseThrow());
                    assertThat(evidence.told())
                            .anyMatch(one ->
                                    one.calls().contains(answer.by())
                                            && isSame(line.message(), one.message()));
                });
    }

    private static boolean isSame(SeenMessage one, SeenMessage other) {
        return one.author().equals(other.author()) && one.channel().equals(other.channel());
    }

    @Test
    void answersAppearInTheOrderOfTheirTurns() {
        var lanes =
                evidence.answers().stream()
                        .collect(groupingBy(one -> List.of(one.by(), one.message().channel())));
        assertThat(lanes)
                .allSatisfy((_, answers) ->
                        assertThat(answers)
                                .extracting(answer ->
                                        Long.parseLong(answer.message().replyTo().orElseThrow()))
                                .isSorted());
    }

    @Test
    void whatTheTopicsSayWasSentIsWhatTheSandboxShows() {
        var shown =
                evidence.answers().stream()
                        .collect(
                                Collectors.toMap(
                                        answer -> answer.message().nonce().orElseThrow(),
                                        answer -> answer.message().content()));
        var said =
                evidence.recorded().says().stream()
                        .collect(Collectors.toMap(say -> say.id().value(), Response.Say::text));
        assertThat(shown).isEqualTo(said);
        var accepted = evidence.recorded().deliveries().stream().map(FaultsIT::response);
        assertThat(accepted).containsExactlyInAnyOrderElementsOf(said.keySet());
    }

    @Test
    void replayDecidesTheSameAgainAndNoticesAnAlteredAnswer() {
        var archive = Archive.read(town.kafka());
        var journal = evidence.recorded().journal();

        var report = new ReplayVerifier(archive, PipelineWorker.build()).verify(journal);
        assertThat(report.first()).isEmpty();
        assertThat(report.skipped()).isZero();
        assertThat(report.entries()).isGreaterThan(3L * LINES);
        assertThat(report.conversations()).isEqualTo(evidence.places());

        var altered = archive.withAnotherAnswer();
        assertThat(new ReplayVerifier(altered, PipelineWorker.build()).verify(journal).identical())
                .isFalse();
    }

    @Test
    void theKillsHitWorkInFlight() {
        var recorded = evidence.recorded();
        assertThat(paid() - recorded.steps().size())
                .as("answers that died unread with a processor and were bought again")
                .isGreaterThanOrEqualTo(Kills.ANSWERS_UNREAD);
        areFoundInTheChannel(kills.responder().shownToNobody());
        areFoundInTheChannel(kills.responder().shownAndForgotten());
        assertThat(recorded.said())
                .filteredOn(said -> said.heardBy().getFirst().late())
                .as("missed by an ingest that was dead, heard by each of two")
                .hasSizeGreaterThan(50);
    }

    private static void areFoundInTheChannel(Set<String> shown) {
        assertThat(shown).hasSizeGreaterThanOrEqualTo(ResponderKills.POSTS_UNANSWERED);
        assertThat(evidence.recorded().deliveries())
                .filteredOn(it -> shown.contains(response(it)))
                .hasSameSizeAs(shown)
                .allMatch(it -> ((Delivery.Accepted) it).found());
    }

    @Test
    void everyFaultWasMet() {
        assertThat(town.client().orders().inForce()).isEmpty();
        assertThat(town.discord().counted("resumes", "Ada")).isPositive();
        assertThat(evidence.calls()).anyMatch(call -> call.status() == 500);
        assertThat(evidence.calls()).anyMatch(call -> call.status() == 429);
    }

    private static String response(Delivery delivery) {
        return ((Delivery.Accepted) delivery).response().value();
    }

    private static long paid() {
        return evidence.calls().stream().filter(call -> call.status() == 200).count();
    }

    @Test
    void nothingIsPaidForTwiceButTheCallsInFlightAtAKill() {
        long paid = evidence.calls().stream().filter(call -> call.status() == 200).count();
        int steps = evidence.recorded().steps().size();
        assertThat(evidence.recorded().results()).hasSize(steps);
        assertThat(paid()).isBetween((long) steps, (long) steps + kills.callsInFlight().size());
    }
}
