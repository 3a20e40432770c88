package dev.carrier.pipeline.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Headers;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.Policy.AtTheCap;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.Topics;
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
import dev.carrier.runtime.dispatch.Leash;
import dev.carrier.runtime.kafka.Records;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.settings.LimitSettings;
import dev.carrier.runtime.settings.ModelSettings;
import dev.carrier.runtime.settings.PolicyMaker;
import dev.carrier.runtime.settings.SettingsLoader;
import dev.carrier.sandbox.SandboxClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.json.JsonMapper;

/**
 * A step, the stage that does it, and what it knows: its memory is out of reach. For one thread.
 */
final class Bench implements AutoCloseable {
    static final CharacterFile ADA = TestCharacters.load("v0");
    private static final URI NO_MEMORY = URI.create("http://127.0.0.1:1");

    private final Outside outside;
    private final MapVersions versions = new MapVersions();
    private final RecallClient memory = new RecallClient(NO_MEMORY, Duration.ofSeconds(20));
    private final FileClient files;
    private final Models models;
    private final String step = "s-" + UUID.randomUUID();

    Bench(Outside outside) {
        this.outside = outside;
        this.files = new FileClient(new FileHosts(List.of(outside.sandbox().base())));
        this.models =
                new Models(
                        Map.of(
                                "main",
                                        Questions.at(
                                                outside.sandbox().model(),
                                                ModelSettings.Provider.OPENAI),
                                "seeing", Questions.seeing(outside.sandbox().model()),
                                "spare",
                                        Questions.free(
                                                outside.sandbox().model(),
                                                ModelSettings.Provider.OPENAI)));
    }

    SandboxClient world() {
        return outside.world();
    }

    /** The step's id. */
    String step() {
        return step;
    }

    void knows(CharacterFile character) {
        versions.put(character);
    }

    void knows(PolicyHash hash, Policy policy) {
        versions.put(hash, policy);
    }

    @Override
    public void close() {
        world().orders().endAll();
        memory.close();
        files.close();
        models.close();
    }

    Turn turn() {
        return new Turn()
                .hears("Bo", "Is it lonely, Ada?")
                .mustAnswer()
                .as(ADA.version().hash())
                .by("main")
                .step(step)
                .at(Instant.now());
    }

    Step.Think lonely() {
        return turn().asks();
    }

    Step.Call call(String tool) {
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

    ProviderStage stage(int calls, String money) {
        return stage(calls, money, outside.redis());
    }

    ProviderStage stage(int calls, String money, Redis where) {
        return stage(limits(calls, money, where), Tools.none());
    }

    ProviderStage stage(Tools tools) {
        return stage(limits(9, "1", outside.redis()), tools);
    }

    private ProviderStage stage(Limits limits, Tools tools) {
        return new ProviderStage(
                versions,
                memory,
                limits,
                models,
                new Enclosing(files),
                budget(),
                tools,
                new ModelMeters(new SimpleMeterRegistry(), List.of(), List.of()),
                InstantSource.system());
    }

    private static PromptBudget budget() {
        return PromptBudget.standard(ZoneId.of("UTC"));
    }

    /** Of a window that no other test shares. */
    private static Limits limits(int calls, String money, Redis where) {
        var many = new LimitSettings.Turns(1000, Duration.ofMinutes(1));
        Duration window = Duration.ofDays(300).plusMillis(UUID.randomUUID().hashCode() & 0xffffff);
        var limits =
                new LimitSettings(
                        many,
                        many,
                        new LimitSettings.Spending(calls, new BigDecimal(money), window),
                        AtTheCap.REACT,
                        List.of());
        return new Limits(() -> limits, ZoneId.of("UTC"), where, InstantSource.system());
    }

    Policy policy(String atTheCap) {
        String yaml =
                "models: { spare: { provider: ollama, model: x } }\nlimits: { atTheCap: "
                        + atTheCap
                        + " }";
        return PolicyMaker.make(
                SettingsLoader.parse(yaml, Map.of(), Map.of()).settings(), Map.of());
    }

    Result only(List<ProducerRecord<byte[], byte[]>> out) {
        assertThat(out).hasSize(1);
        return Json.read(Topics.RESULTS, out.getFirst().value());
    }

    Result.Failed failed(List<ProducerRecord<byte[], byte[]>> out) {
        assertThat(only(out)).isInstanceOf(Result.Failed.class);
        return (Result.Failed) only(out);
    }

    ConsumerRecord<byte[], byte[]> record(Step step) {
        return record(step, Json.write(step));
    }

    ConsumerRecord<byte[], byte[]> record(Step step, byte[] value) {
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

    Leash leash() {
        return new Held(Duration.ofSeconds(110), true);
    }

    record Held(Duration left, boolean ours) implements Leash {
        @Override
        public boolean inherited() {
            return false;
        }

        @Override
        public Instant heldSince() {
            return Instant.now();
        }
    }

    long calls() {
        return world().get("sandbox/model/calls").path("count").asLong(0);
    }
}
