package dev.carrier.pipeline.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.Headers;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The stage with a real Redis and a model over HTTP, its records handed over by hand. */
class ProviderStageTest {
    private static Outside outside;
    private final Bench bench = new Bench(outside);

    @BeforeAll
    static void start() {
        outside = Outside.start();
    }

    @AfterAll
    static void stop() {
        outside.close();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aThinkStepIsAnsweredInCharacterAndItsMemoryMayBeDown() throws Exception {
        bench.knows(Bench.ADA);
        List<ProducerRecord<byte[], byte[]>> out =
                bench.stage(100, "5.00").handle(bench.record(bench.lonely()), bench.leash());

        Result.Thought thought = (Result.Thought) bench.only(out);
        assertThat(thought.text()).startsWith("Only when the gulls sleep");
        assertThat(thought.model()).isEqualTo("openai/offline");
        assertThat(thought.recollection().note()).isEqualTo("down");
        assertThat(thought.prompt().getFirst().text()).startsWith("You are Ada.");
        assertThat(thought.usage().costMicros()).isPositive();
        assertThat(thought.attempts()).isOne();
        assertThat(new String(out.getFirst().key(), UTF_8)).isEqualTo("discord:channel:7");
        assertThat(new String(out.getFirst().headers().lastHeader(Headers.ABOUT).value(), UTF_8))
                .isEqualTo(bench.step());
    }

    @Test
    void aStepWhoseDeadlineHasPassedIsTooLateAndBuysNothing() throws Exception {
        bench.knows(Bench.ADA);
        long before = bench.calls();
        Step.Think old = bench.turn().at(Instant.now().minusSeconds(121)).asks();

        assertThat(
                        bench.failed(
                                        bench.stage(100, "5.00")
                                                .handle(bench.record(old), bench.leash()))
                                .kind())
                .isEqualTo(FailureKind.TOO_LATE);
        assertThat(bench.calls()).isEqualTo(before);
    }

    @Test
    void aStepThatWaitedTooLongForItsTurnIsAskedAgainLater() throws Exception {
        bench.knows(Bench.ADA);

        assertThat(
                        bench.only(
                                bench.stage(100, "5.00")
                                        .handle(
                                                bench.record(bench.lonely()),
                                                new Bench.Held(Duration.ofSeconds(1), true))))
                .isInstanceOf(Result.Deferred.class);
    }

    @Test
    void aStepOfAPartitionThatIsGoneBuysNothing() {
        bench.knows(Bench.ADA);
        long before = bench.calls();

        assertThat(
                        catchThrowable(() ->
                                bench.stage(100, "5.00")
                                        .handle(
                                                bench.record(bench.lonely()),
                                                new Bench.Held(Duration.ofSeconds(60), false))))
                .isInstanceOf(InterruptedException.class);
        assertThat(bench.calls()).isEqualTo(before);
    }

    @Test
    void anInterruptEndsTheWorkAtOnce() throws Exception {
        bench.knows(Bench.ADA);
        bench.world().orders().at("model").times(-1).hang(100);
        long before = bench.calls();
        var ended = new AtomicReference<Throwable>();
        ProviderStage stage = bench.stage(100, "5.00");
        Thread work =
                Thread.ofVirtual()
                        .start(() ->
                                ended.set(
                                        catchThrowable(() ->
                                                stage.handle(
                                                        bench.record(bench.lonely()),
                                                        bench.leash()))));
        await().atMost(Duration.ofSeconds(60)).until(() -> bench.calls() > before);

        work.interrupt();

        assertThat(work.join(Duration.ofSeconds(60))).isTrue();
        assertThat(ended.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void aToolThatIsNotThereFailsAndOneThatIsThereReturns() throws Exception {
        assertThat(
                        bench.failed(
                                        bench.stage(100, "5.00")
                                                .handle(
                                                        bench.record(bench.call("dig")),
                                                        bench.leash()))
                                .reason())
                .isEqualTo("no such tool: dig");
        Tools tools =
                new Tools(
                        Map.of(
                                "dig",
                                step -> "found " + step.arguments().path("for").asString("")));
        ProviderStage stage = bench.stage(tools);

        assertThat(bench.only(stage.handle(bench.record(bench.call("dig")), bench.leash())))
                .isInstanceOfSatisfying(
                        Result.Returned.class,
                        returned -> assertThat(returned.content()).isEqualTo("found gold"));
    }
}
