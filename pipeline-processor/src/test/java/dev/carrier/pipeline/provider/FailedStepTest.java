package dev.carrier.pipeline.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.carrier.contracts.DeadLetter;
import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.StepId;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Unreadable;
import dev.carrier.runtime.dispatch.HoldExceeded;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Steps that cannot be done: each has its one result all the same, with the reason. */
class FailedStepTest {
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
    void aCharacterThatNobodyKnowsIsABug() throws Exception {
        Result.Failed failed =
                bench.failed(
                        bench.stage(100, "5.00")
                                .handle(bench.record(bench.lonely()), bench.leash()));

        assertThat(failed.kind()).isEqualTo(FailureKind.BUG);
        assertThat(failed.reason()).contains(Bench.ADA.version().hash().value());
    }

    @Test
    void aModelThatFailsIsAFailureWithItsReason() throws Exception {
        bench.knows(Bench.ADA);
        bench.world().orders().at("model").times(-1).status(401);

        Result.Failed failed =
                bench.failed(
                        bench.stage(100, "5.00")
                                .handle(bench.record(bench.lonely()), bench.leash()));

        assertThat(failed.kind()).isEqualTo(FailureKind.MODEL);
        assertThat(failed.reason()).contains("main (openai/offline) refused with 401");
        assertThat(failed.attempts()).isOne();
    }

    @Test
    void whatCannotBeReadIsAnsweredFromItsHeadersAndPutAside() {
        ProviderStage stage = bench.stage(100, "5.00");
        ConsumerRecord<byte[], byte[]> poison =
                bench.record(bench.lonely(), "{broken secret words".getBytes(UTF_8));
        Throwable problem = catchThrowable(() -> stage.handle(poison, bench.leash()));

        assertThat(problem).isInstanceOf(Unreadable.class);
        List<ProducerRecord<byte[], byte[]>> out = stage.failed(poison, problem);
        Result.Failed failed = bench.failed(out.subList(0, 1));
        assertThat(failed.kind()).isEqualTo(FailureKind.BUG);
        assertThat(failed.step()).isEqualTo(new StepId(bench.step()));
        assertThat(failed.reason()).doesNotContain("secret");
        assertThat(out.get(1).topic()).isEqualTo(Topics.DEAD_LETTERS.name());
        assertThat(Json.read(Topics.DEAD_LETTERS, out.get(1).value()))
                .isInstanceOfSatisfying(
                        DeadLetter.Dead.class,
                        dead -> assertThat(dead.reason()).contains("cannot be read"));
    }

    @Test
    void aStepOfANewerKindIsAnsweredToo() {
        ProviderStage stage = bench.stage(100, "5.00");
        ConsumerRecord<byte[], byte[]> newer =
                bench.record(bench.lonely(), "{\"type\":\"dream.v3\"}".getBytes(UTF_8));
        Throwable problem = catchThrowable(() -> stage.handle(newer, bench.leash()));

        assertThat(bench.failed(stage.failed(newer, problem).subList(0, 1)).reason())
                .contains("dream.v3");
    }

    @Test
    void whatWasHeldTooLongIsATimeoutAndNoPoison() {
        List<ProducerRecord<byte[], byte[]>> out =
                bench.stage(100, "5.00")
                        .failed(
                                bench.record(bench.lonely()),
                                new HoldExceeded(Duration.ofMinutes(2), null));

        assertThat(bench.failed(out).kind()).isEqualTo(FailureKind.TIMEOUT);
    }
}
