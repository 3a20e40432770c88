package dev.carrier.pipeline.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.DeadLetter;
import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.Headers;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Policy.AtTheCap;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.StepId;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Unreadable;
import dev.carrier.embedded.TestServers;
import dev.carrier.pipeline.character.CharacterFile;
import dev.carrier.pipeline.character.TestCharacters;
import dev.carrier.pipeline.provider.limits.Limits;
import dev.carrier.pipeline.provider.model.Models;
import dev.carrier.pipeline.provider.model.Questions;
import dev.carrier.pipeline.provider.prompt.PromptBudget;
import dev.carrier.pipeline.provider.prompt.Turn;
import dev.carrier.runtime.dispatch.HoldExceeded;
import dev.carrier.runtime.dispatch.Leash;
import dev.carrier.runtime.kafka.Records;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.settings.LimitSettings;
import dev.carrier.runtime.settings.ModelSettings;
import dev.carrier.runtime.settings.PolicyMaker;
import dev.carrier.runtime.settings.SettingsLoader;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The stage with a real Redis and a model over HTTP, its records handed over by hand. */
class ProviderStageTest {
    private static final URI NO_MEMORY = URI.create("http://127.0.0.1:1");
    private static final CharacterFile ADA = TestCharacters.load("v0");
    private static Sandbox sandbox;
    private static SandboxClient world;
    private static Redis redis;
    private final MapVersions versions = new MapVersions();
    private final RecallClient memory = new RecallClient(NO_MEMORY, RecallClient.DEADLINE);
    private final Models models =
            new Models(
                    Map.of(
                            "main", Questions.at(sandbox.model(), ModelSettings.Provider.OPENAI),
                            "spare",
                                    Questions.free(
                                            sandbox.model(), ModelSettings.Provider.OPENAI)));
    private final String step = "s-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        world = new SandboxClient(sandbox.base());
        world.post(
                "sandbox/model/settings",
                JsonMapper.shared().createObjectNode().put("latencyMs", 0));
        redis = new Redis(TestServers.shared().where().redis());
    }

    @AfterAll
    static void stop() {
        redis.close();
        sandbox.close();
    }

    @AfterEach
    void close() {
        world.orders().endAll();
        memory.close();
        models.close();
    }

    @Test
    void aThinkStepIsAnsweredInCharacterAndItsMemoryMayBeDown() throws Exception {
        versions.put(ADA);
        List<ProducerRecord<byte[], byte[]>> out =
                stage(100, "5.00").handle(record(lonely()), leash());

        Result.Thought thought = (Result.Thought) only(out);
        assertThat(thought.text()).startsWith("Only when the gulls sleep");
        assertThat(thought.model()).isEqualTo("openai/offline");
        assertThat(thought.recollection().note()).isEqualTo("down");
        assertThat(thought.prompt().getFirst().text()).startsWith("You are Ada.");
        assertThat(thought.usage().costMicros()).isPositive();
        assertThat(thought.attempts()).isOne();
        assertThat(new String(out.getFirst().key(), UTF_8)).isEqualTo("discord:channel:7");
        assertThat(new String(out.getFirst().headers().lastHeader(Headers.ABOUT).value(), UTF_8))
                .isEqualTo(step);
    }

    @Test
    void aStepWhoseDeadlineHasPassedIsTooLateAndBuysNothing() throws Exception {
        versions.put(ADA);
        long before = calls();
        Step.Think old = turn().at(Instant.now().minusSeconds(121)).asks();

        assertThat(failed(stage(100, "5.00").handle(record(old), leash())).kind())
                .isEqualTo(FailureKind.TOO_LATE);
        assertThat(calls()).isEqualTo(before);
    }

    @Test
    void aStepThatWaitedTooLongForItsTurnIsAskedAgainLater() throws Exception {
        versions.put(ADA);

        assertThat(
                        only(
                                stage(100, "5.00")
                                        .handle(
                                                record(lonely()),
                                                new Held(Duration.ofSeconds(1), true))))
                .isInstanceOf(Result.Deferred.class);
    }

    @Test
    void aStepOfAPartitionThatIsGoneBuysNothing() {
        versions.put(ADA);
        long before = calls();

        assertThat(
                        catchThrowable(() ->
                                stage(100, "5.00")
                                        .handle(
                                                record(lonely()),
                                                new Held(Duration.ofSeconds(60), false))))
                .isInstanceOf(InterruptedException.class);
        assertThat(calls()).isEqualTo(before);
    }

    @Test
    void aCharacterThatNobodyKnowsIsABug() throws Exception {
        Result.Failed failed = failed(stage(100, "5.00").handle(record(lonely()), leash()));

        assertThat(failed.kind()).isEqualTo(FailureKind.BUG);
        assertThat(failed.reason()).contains(ADA.version().hash().value());
    }

    @Test
    void overTheLimitNothingIsBoughtAndTheReasonSaysWhichAndUntilWhen() throws Exception {
        versions.put(ADA);
        versions.put(new PolicyHash("p"), policy("react"));
        long before = calls();

        Result.Failed failed = failed(stage(0, "5.00").handle(record(lonely()), leash()));

        assertThat(failed.kind()).isEqualTo(FailureKind.LIMIT);
        assertThat(failed.reason()).contains("limits.perCharacter: 0 calls", "until");
        assertThat(failed.attempts()).isZero();
        assertThat(calls()).isEqualTo(before);
    }

    @Test
    void overTheLimitTheSpareAnswersWhereThePolicySaysSo() throws Exception {
        versions.put(ADA);
        versions.put(new PolicyHash("p"), policy("spare"));

        Result.Thought thought =
                (Result.Thought) only(stage(100, "0.000001").handle(record(lonely()), leash()));

        assertThat(thought.usage().costMicros()).isZero();
        assertThat(thought.text()).startsWith("Only when");
    }

    @Test
    void aRepeatedStepIsReservedOnce() throws Exception {
        versions.put(ADA);
        ProviderStage stage = stage(1, "5.00");

        assertThat(only(stage.handle(record(lonely()), leash())))
                .isInstanceOf(Result.Thought.class);
        assertThat(only(stage.handle(record(lonely()), leash())))
                .isInstanceOf(Result.Thought.class);
    }

    @Test
    void withoutRedisTurnsGoOnAndThisProcessCounts() throws Exception {
        versions.put(ADA);
        versions.put(new PolicyHash("p"), policy("react"));
        try (var away = new Redis("redis://127.0.0.1:1")) {
            ProviderStage stage = stage(1, "5.00", away);

            assertThat(only(stage.handle(record(lonely()), leash())))
                    .isInstanceOf(Result.Thought.class);
            Step.Think next = turn().step("s-" + UUID.randomUUID()).asks();
            assertThat(failed(stage.handle(record(next), leash())).kind())
                    .isEqualTo(FailureKind.LIMIT);
        }
    }

    @Test
    void aModelThatFailsIsAFailureWithItsReason() throws Exception {
        versions.put(ADA);
        world.orders().at("model").times(-1).status(401);

        Result.Failed failed = failed(stage(100, "5.00").handle(record(lonely()), leash()));

        assertThat(failed.kind()).isEqualTo(FailureKind.MODEL);
        assertThat(failed.reason()).contains("main (openai/offline) refused with 401");
        assertThat(failed.attempts()).isOne();
    }

    @Test
    void anInterruptEndsTheWorkAtOnce() throws Exception {
        versions.put(ADA);
        world.orders().at("model").times(-1).hang(100);
        long before = calls();
        var ended = new AtomicReference<Throwable>();
        ProviderStage stage = stage(100, "5.00");
        Thread work =
                Thread.ofVirtual()
                        .start(() ->
                                ended.set(
                                        catchThrowable(
                                                () -> stage.handle(record(lonely()), leash()))));
        await().atMost(Duration.ofSeconds(30)).until(() -> calls() > before);

        work.interrupt();

        assertThat(work.join(Duration.ofSeconds(10))).isTrue();
        assertThat(ended.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void aToolThatIsNotThereFailsAndOneThatIsThereReturns() throws Exception {
        assertThat(failed(stage(100, "5.00").handle(record(call("dig")), leash())).reason())
                .isEqualTo("no such tool: dig");
        Tools tools =
                new Tools(
                        Map.of(
                                "dig",
                                step -> "found " + step.arguments().path("for").asString("")));
        var stage =
                new ProviderStage(
                        versions,
                        memory,
                        limits(9, "1", redis),
                        models,
                        budget(),
                        tools,
                        InstantSource.system());

        assertThat(only(stage.handle(record(call("dig")), leash())))
                .isInstanceOfSatisfying(
                        Result.Returned.class,
                        returned -> assertThat(returned.content()).isEqualTo("found gold"));
    }

    @Test
    void whatCannotBeReadIsAnsweredFromItsHeadersAndPutAside() {
        ProviderStage stage = stage(100, "5.00");
        ConsumerRecord<byte[], byte[]> poison =
                record(lonely(), "{broken secret words".getBytes(UTF_8));
        Throwable problem = catchThrowable(() -> stage.handle(poison, leash()));

        assertThat(problem).isInstanceOf(Unreadable.class);
        List<ProducerRecord<byte[], byte[]>> out = stage.failed(poison, problem);
        Result.Failed failed = failed(out.subList(0, 1));
        assertThat(failed.kind()).isEqualTo(FailureKind.BUG);
        assertThat(failed.step()).isEqualTo(new StepId(step));
        assertThat(failed.reason()).doesNotContain("secret");
        assertThat(out.get(1).topic()).isEqualTo(Topics.DEAD_LETTERS.name());
        assertThat(Json.read(Topics.DEAD_LETTERS, out.get(1).value()))
                .isInstanceOfSatisfying(
                        DeadLetter.Dead.class,
                        dead -> assertThat(dead.reason()).contains("cannot be read"));
    }

    @Test
    void aStepOfANewerKindIsAnsweredToo() {
        ProviderStage stage = stage(100, "5.00");
        ConsumerRecord<byte[], byte[]> newer =
                record(lonely(), "{\"type\":\"dream.v3\"}".getBytes(UTF_8));
        Throwable problem = catchThrowable(() -> stage.handle(newer, leash()));

        assertThat(failed(stage.failed(newer, problem).subList(0, 1)).reason())
                .contains("dream.v3");
    }

    @Test
    void whatWasHeldTooLongIsATimeoutAndNoPoison() {
        List<ProducerRecord<byte[], byte[]>> out =
                stage(100, "5.00")
                        .failed(record(lonely()), new HoldExceeded(Duration.ofMinutes(2), null));

        assertThat(failed(out).kind()).isEqualTo(FailureKind.TIMEOUT);
    }

    private Turn turn() {
        return new Turn()
                .hears("Bo", "Is it lonely, Ada?")
                .mustAnswer()
                .as(ADA.version().hash())
                .by("main")
                .step(step)
                .at(Instant.now());
    }

    private Step.Think lonely() {
        return turn().asks();
    }

    private Step.Call call(String tool) {
        Step.Think think = lonely();
        return new Step.Call(
                think.id(),
                think.turn(),
                think.in(),
                think.account(),
                tool,
                JsonMapper.shared().createObjectNode().put("for", "gold"),
                think.askedAt(),
                think.deadline(),
                1);
    }

    private ProviderStage stage(int calls, String money) {
        return stage(calls, money, redis);
    }

    private ProviderStage stage(int calls, String money, Redis where) {
        return new ProviderStage(
                versions,
                memory,
                limits(calls, money, where),
                models,
                budget(),
                Tools.none(),
                InstantSource.system());
    }

    private static PromptBudget budget() {
        return PromptBudget.standard(ZoneId.of("UTC"));
    }

    /** Of a window that no other test shares. */
    private static Limits limits(int calls, String money, Redis where) {
        var many = new LimitSettings.Turns(1000, Duration.ofMinutes(1));
        Duration window = Duration.ofDays(300).plusMillis(UUID.randomUUID().hashCode() & 0xffffff);
        return new Limits(
                new LimitSettings(
                        many,
                        many,
                        new LimitSettings.Spending(calls, new BigDecimal(money), window),
                        AtTheCap.REACT,
                        List.of()),
                ZoneId.of("UTC"),
                where,
                InstantSource.system());
    }

    private static dev.carrier.contracts.Policy policy(String atTheCap) {
        String yaml =
                "models: { spare: { provider: ollama, model: x } }\nlimits: { atTheCap: "
                        + atTheCap
                        + " }";
        return PolicyMaker.make(
                SettingsLoader.parse(yaml, Map.of(), Map.of()).settings(), Map.of());
    }

    private static Result only(List<ProducerRecord<byte[], byte[]>> out) {
        assertThat(out).hasSize(1);
        return Json.read(Topics.RESULTS, out.getFirst().value());
    }

    private static Result.Failed failed(List<ProducerRecord<byte[], byte[]>> out) {
        assertThat(only(out)).isInstanceOf(Result.Failed.class);
        return (Result.Failed) only(out);
    }

    private static ConsumerRecord<byte[], byte[]> record(Step step) {
        return record(step, Json.write(step));
    }

    private static ConsumerRecord<byte[], byte[]> record(Step step, byte[] value) {
        Step.Think think = step instanceof Step.Think one ? one : null;
        Step.Call call = step instanceof Step.Call one ? one : null;
        var in = think != null ? think.in().conversation() : call.in().conversation();
        ProducerRecord<byte[], byte[]> made =
                Records.of(
                        Topics.STEPS,
                        in,
                        step,
                        Map.of(
                                Headers.ABOUT,
                                        think != null ? think.id().value() : call.id().value(),
                                Headers.TURN,
                                        think != null ? think.turn().value() : call.turn().value(),
                                Headers.ACCOUNT, "ada"));
        var record =
                new ConsumerRecord<byte[], byte[]>(Topics.STEPS.name(), 0, 0, made.key(), value);
        made.headers().forEach(header -> record.headers().add(header));
        return record;
    }

    private static Leash leash() {
        return new Held(Duration.ofSeconds(110), true);
    }

    private record Held(Duration left, boolean ours) implements Leash {
        @Override
        public Instant heldSince() {
            return Instant.now();
        }
    }

    private static long calls() {
        return world.get("sandbox/model/calls").path("count").asLong(0);
    }
}
