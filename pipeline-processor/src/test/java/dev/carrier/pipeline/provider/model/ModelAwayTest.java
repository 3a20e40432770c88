package dev.carrier.pipeline.provider.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.FailureKind;
import dev.carrier.runtime.settings.ModelSettings;
import dev.carrier.sandbox.OrdersClient.Draft;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Models that are away: what is put off, for how long, and what is not asked again. */
class ModelAwayTest {
    private static Sandbox sandbox;
    private static SandboxClient world;
    private long before;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        world = new SandboxClient(sandbox.base());
        world.model().takes(0);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void mark() {
        before = world.get("sandbox/model/calls").path("count").asLong(0);
    }

    @AfterEach
    void calm() {
        world.orders().endAll();
    }

    private long calls() {
        return world.get("sandbox/model/calls").path("count").asLong(0) - before;
    }

    static Stream<Named<Consumer<Draft>>> passing() {
        return Stream.of(
                Named.of("500", order -> order.status(500)),
                Named.of("overloaded", order -> order.status(529)),
                Named.of("429 without a time", order -> order.status(429)),
                Named.of("cut before", Draft::dropBefore),
                Named.of("cut after it was paid for", Draft::dropAfter));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatPassesIsPutOffAfterThreeCalls(Consumer<Draft> trouble) throws Exception {
        trouble.accept(model().times(-1));

        Instant before = Instant.now();
        Answer answer = ask(Questions.ask("hello", 60));
        Instant after = Instant.now();

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Later.class,
                        later -> {
                            assertThat(later.attempts()).isEqualTo(3);
                            assertThat(later.reason()).startsWith("main (openai/offline) ");
                            assertThat(later.until())
                                    .isBetween(before.plusMillis(6_600), after.plusSeconds(10));
                        });
    }

    @Test
    void anUnreadableAnswerIsPutOffToo() throws Exception {
        var form = JsonMapper.shared().createObjectNode().put("where", "model").put("times", -1);
        form.putObject("do").putObject("alter").put("body", "<html>Bad gateway</html>");
        world.orders().give(form);

        assertThat(ask(Questions.ask("hello", 60)))
                .isInstanceOfSatisfying(
                        Answer.Later.class,
                        later -> assertThat(later.reason()).contains("unreadable"));
    }

    @Test
    void eachPauseIsLongerUpToAMinuteAndDependsOnTheQuestion() {
        assertThat(pause("s", 0)).isBetween(6_600L, 10_000L);
        assertThat(pause("s", 1)).isBetween(13_300L, 20_000L);
        assertThat(pause("s", 3)).isBetween(26_600L, 40_000L);
        assertThat(pause("s", 50)).isBetween(40_000L, 60_000L);
        assertThat(pause("s", 1)).isEqualTo(pause("s", 1)).isNotEqualTo(pause("other", 1));
    }

    @Test
    void nobodyIsAskedAgainWithLessTimeThanAnAnswerTakes() throws Exception {
        model().times(-1).status(503);
        Ask again = Questions.again(Questions.ask("hello", 10), 3);

        assertThat(ask(again))
                .isInstanceOfSatisfying(
                        Answer.Later.class,
                        later ->
                                assertThat(Duration.between(later.until(), again.deadline()))
                                        .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(11)));
        assertThat(ask(Questions.ask("hello", 6)))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> {
                            assertThat(failed.kind()).isEqualTo(FailureKind.TOO_LATE);
                            assertThat(failed.reason()).contains("refused with 503");
                        });
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404})
    void whatDoesNotPassFailsAtOnce(int status) throws Exception {
        model().times(-1).status(status);

        assertThat(ask(Questions.ask("hello", 60)))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> {
                            assertThat(failed.kind()).isEqualTo(FailureKind.MODEL);
                            assertThat(failed.attempts()).isOne();
                        });
    }

    @Test
    void oneThatRefusesForGoodFailsTheQuestionThoughItsFallbackIsOnlyAway() throws Exception {
        model().times(-1).status(401);
        var nowhere =
                Questions.at(URI.create("http://127.0.0.1:1/v1"), ModelSettings.Provider.OPENAI);
        try (var models = new Models(Map.of("main", first("spare"), "spare", nowhere))) {
            assertThat(models.ask(Questions.ask("hello", 60)))
                    .isInstanceOf(Answer.Failed.class)
                    .extracting(Answer::attempts)
                    .isEqualTo(4);
        }
    }

    @Test
    void oneThatAsksForAnHourDoesNotKeepItsFallbackFromBeingAskedAgain() throws Exception {
        model().times(1).rateLimited(3600);
        var nowhere =
                Questions.at(URI.create("http://127.0.0.1:1/v1"), ModelSettings.Provider.OPENAI);
        try (var models = new Models(Map.of("main", first("spare"), "spare", nowhere))) {
            assertThat(models.ask(Questions.ask("hello", 60)))
                    .isInstanceOfSatisfying(
                            Answer.Later.class,
                            later ->
                                    assertThat(later.until())
                                            .isBefore(Instant.now().plusSeconds(11)));
        }
    }

    @Test
    void aJudgeThatIsAwayFailsQuietlyAtOnce() throws Exception {
        model().times(-1).status(503);

        assertThat(ask(Questions.judging(Questions.ask("hello", 60))))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(FailureKind.MODEL));
    }

    @Test
    void whatMayHaveBeenPaidForIsBoughtSevenTimesAtMost() throws Exception {
        model().times(-1).dropAfter();
        List<Answer> answers = new ArrayList<>();
        for (int putOff = 0; putOff <= 4; putOff++) {
            answers.add(ask(Questions.again(Questions.ask("hello", 60), putOff)));
        }

        assertThat(answers.subList(0, 4)).allMatch(one -> one instanceof Answer.Later);
        assertThat(answers.getLast())
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed ->
                                assertThat(failed.reason())
                                        .contains("broke off the connection", "not asked again"));
        assertThat(calls()).isEqualTo(7);
    }

    @Test
    void whatCostsNothingIsAskedForUntilTheDeadline() throws Exception {
        model().times(-1).status(503);

        assertThat(ask(Questions.again(Questions.ask("hello", 60), 20)))
                .isInstanceOf(Answer.Later.class)
                .extracting(Answer::attempts)
                .isEqualTo(3);
    }

    private static long pause(String seed, int times) {
        return Backoff.away(seed, times).toMillis();
    }

    private static Draft model() {
        return world.orders().at("model").method("POST");
    }

    private static ModelSettings first(String... fallback) {
        return Questions.at(sandbox.model(), ModelSettings.Provider.OPENAI, fallback);
    }

    private static Answer ask(Ask ask) throws InterruptedException {
        try (var models = new Models(Map.of("main", first()))) {
            return models.ask(ask);
        }
    }
}
