package dev.carrier.pipeline.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.Headers;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.Topics;
import dev.carrier.embedded.TestServers;
import dev.carrier.pipeline.character.CharacterFile;
import dev.carrier.pipeline.character.TestCharacters;
import dev.carrier.pipeline.provider.enclosure.Enclosing;
import dev.carrier.pipeline.provider.enclosure.FileClient;
import dev.carrier.pipeline.provider.enclosure.FileHosts;
import dev.carrier.pipeline.provider.limits.Limits;
import dev.carrier.pipeline.provider.model.Models;
import dev.carrier.pipeline.provider.model.Questions;
import dev.carrier.pipeline.provider.prompt.PromptBudget;
import dev.carrier.pipeline.provider.prompt.Turn;
import dev.carrier.runtime.dispatch.Dispatcher;
import dev.carrier.runtime.dispatch.DispatcherOptions;
import dev.carrier.runtime.dispatch.Ordering;
import dev.carrier.runtime.feed.SettingsFeed;
import dev.carrier.runtime.feed.SettingsWriter;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.Records;
import dev.carrier.runtime.kafka.TopicSetup;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.settings.LimitSettings;
import dev.carrier.runtime.settings.ModelSettings;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Steps from Kafka to results in Kafka, with every real part but memory-service, which is away. */
class ProviderStageIT {
    private static final CharacterFile ADA = TestCharacters.load("v0");
    private static final Duration LONG = Duration.ofSeconds(90);
    private static KafkaClients kafka;
    private static Sandbox sandbox;
    private static SandboxClient world;

    @BeforeAll
    static void start() {
        kafka = new KafkaClients(TestServers.shared().where().kafka(), Map.of());
        try (var admin = kafka.admin("test")) {
            TopicSetup.ensure(admin, 4, Duration.ofDays(1), 1);
        }
        sandbox = Sandbox.start(SandboxOptions.defaults());
        world = new SandboxClient(sandbox.base());
        world.post(
                "sandbox/model/settings",
                JsonMapper.shared().createObjectNode().put("latencyMs", 20));
        world.post(
                "sandbox/model/scripts",
                JsonMapper.shared()
                        .createObjectNode()
                        .put("contains", "lonely")
                        .put("answer", "Only when the gulls sleep."));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void everyStepHasOneResultAndPoisonHoldsUpNobody() throws Exception {
        List<Step.Think> steps = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            steps.add(
                    new Turn()
                            .hears("Bo", "Is it lonely, Ada? " + i)
                            .mustAnswer()
                            .as(ADA.version().hash())
                            .step("s-it-" + i)
                            .at(Instant.now())
                            .asks());
        }
        try (var redis = new Redis(TestServers.shared().where().redis());
                var writer = new SettingsWriter(kafka, "test-writer");
                var feed = new SettingsFeed(kafka, "provider-feed");
                var memory =
                        new RecallClient(URI.create("http://127.0.0.1:1"), RecallClient.DEADLINE);
                var models =
                        new Models(
                                Map.of(
                                        "main",
                                        Questions.at(
                                                sandbox.model(), ModelSettings.Provider.OPENAI)));
                // One for all: the stage waits for what they name only for some seconds.
                var producer = kafka.producer("test-steps");
                var dispatcher = dispatcher(feed, memory, models, redis)) {
            dispatcher.start();
            steps.subList(0, 15).forEach(step -> send(producer, step));
            sendPoison(producer, steps.getFirst(), "s-poison");
            steps.subList(15, 30).forEach(step -> send(producer, step));
            // Written after its first use was sent: the stage waits for it.
            writer.write(ADA.version());

            Map<String, Result> results = results(31);

            assertThat(results.get("s-poison")).isInstanceOf(Result.Failed.class);
            for (int i = 0; i < steps.size(); i++) {
                var thought = (Result.Thought) results.get("s-it-" + i);
                assertThat(thought.text()).isEqualTo("Only when the gulls sleep.");
                assertThat(thought.prompt().getLast().text())
                        .isEqualTo("Bo: Is it lonely, Ada? " + i);
            }
            assertThat(world.get("sandbox/model/calls").path("count").asLong(0)).isEqualTo(30);
        }
    }

    private static Dispatcher dispatcher(
            SettingsFeed feed, RecallClient memory, Models models, Redis redis) {
        var limits =
                new Limits(ProviderStageIT::roomy, ZoneId.of("UTC"), redis, InstantSource.system());
        var stage =
                new ProviderStage(
                        new FeedVersions(feed),
                        memory,
                        limits,
                        models,
                        new Enclosing(new FileClient(new FileHosts(List.of()))),
                        PromptBudget.standard(ZoneId.of("UTC")),
                        Tools.none(),
                        new ModelMeters(new SimpleMeterRegistry(), List.of(), List.of()),
                        InstantSource.system());
        return new Dispatcher(
                DispatcherOptions.of(
                        "provider",
                        "carrier-provider-it",
                        "test",
                        List.of(Topics.STEPS.name()),
                        Ordering.NONE,
                        64),
                kafka,
                stage,
                Clock.systemUTC());
    }

    /** The default settings with room for many turns. */
    private static LimitSettings roomy() {
        LimitSettings defaults = Settings.defaults().limits();
        var many = new LimitSettings.Turns(1000, Duration.ofMinutes(1));
        return new LimitSettings(
                many, many, defaults.perCharacter(), defaults.atTheCap(), List.of());
    }

    private static void send(Producer<byte[], byte[]> producer, Step.Think step) {
        producer.send(
                Records.of(
                        Topics.STEPS,
                        step.in().conversation(),
                        step,
                        headers(step, step.id().value())));
    }

    private static void sendPoison(Producer<byte[], byte[]> producer, Step.Think like, String id) {
        var made = Records.of(Topics.STEPS, like.in().conversation(), like, headers(like, id));
        producer.send(
                new ProducerRecord<>(
                        made.topic(), null, made.key(), new byte[] {1, 2, 3}, made.headers()));
    }

    private static Map<String, String> headers(Step.Think step, String id) {
        return Map.of(
                Headers.ABOUT, id,
                Headers.TURN, step.turn().value(),
                Headers.ACCOUNT, step.account().value());
    }

    /** All results, until there are so many; a second one for a step is a failure. */
    private static Map<String, Result> results(int many) {
        var results = new java.util.concurrent.ConcurrentHashMap<String, Result>();
        try (var consumer = kafka.consumer("test-results", "test-results")) {
            consumer.subscribe(List.of(Topics.RESULTS.name()));
            await().atMost(LONG)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(200))
                                .forEach(record -> {
                                    String step =
                                            Records.header(record, Headers.ABOUT).orElseThrow();
                                    Result before =
                                            results.put(
                                                    step,
                                                    Json.read(Topics.RESULTS, record.value()));
                                    assertThat(before).isNull();
                                });
                        return results.size() >= many;
                    });
        }
        return results;
    }
}
