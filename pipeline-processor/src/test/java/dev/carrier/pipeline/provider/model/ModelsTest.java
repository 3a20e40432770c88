package dev.carrier.pipeline.provider.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.FailureKind;
import dev.carrier.runtime.settings.ModelSettings;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What goes wrong on the way, at a server that can be told to. */
class ModelsTest {
    private static Sandbox sandbox;
    private static SandboxClient world;
    private long seen;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        world = new SandboxClient(sandbox.base());
        world.post(
                "sandbox/model/settings",
                JsonMapper.shared().createObjectNode().put("latencyMs", 0));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void mark() {
        seen = world.get("sandbox/model/calls").path("count").asLong(0);
    }

    @AfterEach
    void calm() {
        world.orders().endAll();
    }

    @Test
    void aModelThatHangsIsGivenUpAfterItsTimeAndNotPaidTwice() throws Exception {
        world.orders().at("model").times(-1).hang(60);
        try (var models = models(Questions.with(main(), Duration.ofMillis(500), 4))) {
            Answer answer = models.ask(Questions.ask("are you there?", 30));

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Failed.class,
                            failed -> {
                                assertThat(failed.kind()).isEqualTo(FailureKind.TIMEOUT);
                                assertThat(failed.attempts()).isOne();
                                assertThat(failed.reason()).contains("did not answer in time");
                            });
        }
    }

    @Test
    void aConnectionThatBreaksIsTriedAgain() throws Exception {
        world.orders().at("model").times(1).dropBefore();
        try (var models = models(main())) {
            Answer answer = models.ask(Questions.ask("hello", 30));

            assertThat(answer).isInstanceOf(Answer.Completed.class);
            assertThat(answer.attempts()).isEqualTo(2);
        }
    }

    @Test
    void nobodyListeningThereIsSaidSo() throws Exception {
        var nowhere =
                Questions.at(URI.create("http://127.0.0.1:1/v1"), ModelSettings.Provider.OPENAI);
        try (var models = models(nowhere)) {
            assertThat(models.ask(Questions.ask("hello", 30)))
                    .isInstanceOfSatisfying(
                            Answer.Later.class,
                            later -> assertThat(later.reason()).contains("cannot be reached"));
        }
    }

    @Test
    void aModelThatIsNotInTheSettingsIsSaidSo() throws Exception {
        try (var models = new Models(Map.of())) {
            assertThat(models.ask(Questions.ask("hello", 30)))
                    .isInstanceOfSatisfying(
                            Answer.Failed.class,
                            failed ->
                                    assertThat(failed.reason()).contains("no model is named main"));
        }
    }

    @Test
    void anInterruptEndsACallAtOnce() throws Exception {
        world.orders().at("model").times(-1).hang(60);
        var ended = new AtomicReference<Throwable>();
        try (var models = models(main())) {
            Thread asking =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    models.ask(Questions.ask("wait", 60));
                                } catch (InterruptedException stop) {
                                    ended.set(stop);
                                }
                            });
            await().atMost(Duration.ofSeconds(60)).until(() -> !calls().isEmpty());
            asking.interrupt();

            assertThat(asking.join(Duration.ofSeconds(60))).isTrue();
            assertThat(ended.get()).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void noMoreCallsRunAtOnceThanTheSettingsSay() {
        var held = world.orders().at("model").times(-1).hold("received");
        try (var models = models(Questions.with(main(), Duration.ofSeconds(60), 2))) {
            List<CompletableFuture<Answer>> asked = crowd(models, 8, 60);

            await().atMost(Duration.ofSeconds(60)).until(() -> open() == 2);
            await().during(Duration.ofMillis(400))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> calls().size() == 2);
            held.release();
            assertThat(asked.stream().map(CompletableFuture::join))
                    .hasSize(8)
                    .allMatch(one -> one instanceof Answer.Completed);
        }
    }

    @Test
    void onePauseThatAProviderAskedForHoldsForAllQuestions() throws Exception {
        world.orders().at("model").times(1).rateLimited(2);
        try (var models = models(main())) {
            models.ask(Questions.ask("first", 30));
            world.orders().at("model").times(1).rateLimited(2);
            CompletableFuture<Answer> first = ask(models, "first again", 30);
            await().atMost(Duration.ofSeconds(60)).until(() -> calls().size() >= 3);
            Answer second = ask(models, "second", 30).join();

            assertThat(first.join().attempts()).isEqualTo(2);
            assertThat(second.attempts()).isOne();
        }
    }

    @Test
    void whoFindsNoPlaceInTimeFailsWithoutACall() throws Exception {
        world.orders().at("model").times(-1).hang(60);
        try (var models = models(Questions.with(main(), Duration.ofSeconds(30), 1))) {
            CompletableFuture<Answer> first = ask(models, "first", 30);
            await().atMost(Duration.ofSeconds(60)).until(() -> !calls().isEmpty());

            assertThat(models.ask(Questions.ask("second", 1)))
                    .isInstanceOfSatisfying(
                            Answer.Failed.class,
                            failed -> {
                                assertThat(failed.kind()).isEqualTo(FailureKind.TIMEOUT);
                                assertThat(failed.attempts()).isZero();
                            });
            first.cancel(true);
        }
    }

    @Test
    void aKeyThatWorksIsFoundOutWithoutAQuestion() {
        assertThat(ModelCheck.check(main()))
                .isEqualTo(new ModelCheck.Checked(true, "openai/offline, key works"));
        assertThat(calls()).isEmpty();
    }

    @Test
    void aKeyThatIsRefusedIsSaidSoWithoutIt() {
        var refused =
                new ModelSettings(
                        main().provider(),
                        "offline",
                        main().url(),
                        dev.carrier.runtime.settings.Secret.of("refused"),
                        main().timeout(),
                        1,
                        main().price(),
                        List.of());

        assertThat(ModelCheck.check(refused))
                .isEqualTo(new ModelCheck.Checked(false, "openai/offline: the key is refused"));
    }

    @Test
    void aServerThatIsNotThereAndAModelThatIsNotAreSaidSo() {
        var nowhere =
                Questions.at(URI.create("http://127.0.0.1:1/v1"), ModelSettings.Provider.OLLAMA);
        assertThat(ModelCheck.check(nowhere).works()).isFalse();
        assertThat(ModelCheck.check(nowhere).sentence())
                .contains("http://127.0.0.1:1/v1 cannot be reached");
        var unknown =
                new ModelSettings(
                        main().provider(),
                        "nothing-of-the-kind",
                        main().url(),
                        main().key(),
                        main().timeout(),
                        1,
                        main().price(),
                        List.of());
        assertThat(ModelCheck.check(unknown).sentence())
                .contains("no model of that name, it has offline");
    }

    private static ModelSettings main() {
        return Questions.at(sandbox.model(), ModelSettings.Provider.OPENAI);
    }

    private static Models models(ModelSettings main) {
        return new Models(Map.of("main", main));
    }

    private static CompletableFuture<Answer> ask(Models models, String text, int seconds) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return models.ask(Questions.ask(text, seconds));
                    } catch (InterruptedException stop) {
                        throw new IllegalStateException(stop);
                    }
                },
                task -> Thread.ofVirtual().start(task));
    }

    private static List<CompletableFuture<Answer>> crowd(Models models, int many, int seconds) {
        var asked = new ArrayList<CompletableFuture<Answer>>();
        for (int i = 0; i < many; i++) {
            asked.add(ask(models, "question " + i, seconds));
        }
        return asked;
    }

    private List<Long> calls() {
        var calls = world.get("sandbox/model/calls?after=" + seen).path("calls");
        return StreamSupport.stream(calls.spliterator(), false)
                .map(call -> call.path("seq").asLong(0))
                .toList();
    }

    private static long open() {
        return world.get("sandbox/model/calls").path("open").asLong(0);
    }
}
