package dev.carrier.pipeline.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Step;
import dev.carrier.runtime.redis.Redis;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the stage does where a limit is reached, and where nobody can count. */
class AtTheCapTest {
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
    void overTheLimitNothingIsBoughtAndTheReasonSaysWhichAndUntilWhen() throws Exception {
        bench.knows(Bench.ADA);
        bench.knows(new PolicyHash("p"), bench.policy("react"));
        long before = bench.calls();

        Result.Failed failed =
                bench.failed(
                        bench.stage(0, "5.00").handle(bench.record(bench.lonely()), bench.leash()));

        assertThat(failed.kind()).isEqualTo(FailureKind.LIMIT);
        assertThat(failed.reason()).contains("limits.perCharacter: 0 calls", "until");
        assertThat(failed.attempts()).isZero();
        assertThat(bench.calls()).isEqualTo(before);
    }

    @Test
    void overTheLimitTheSpareAnswersWhereThePolicySaysSo() throws Exception {
        bench.knows(Bench.ADA);
        bench.knows(new PolicyHash("p"), bench.policy("spare"));

        Result.Thought thought =
                (Result.Thought)
                        bench.only(
                                bench.stage(100, "0.000001")
                                        .handle(bench.record(bench.lonely()), bench.leash()));

        assertThat(thought.usage().costMicros()).isZero();
        assertThat(thought.text()).startsWith("Only when");
    }

    @Test
    void aRepeatedStepIsReservedOnce() throws Exception {
        bench.knows(Bench.ADA);
        ProviderStage stage = bench.stage(1, "5.00");

        assertThat(bench.only(stage.handle(bench.record(bench.lonely()), bench.leash())))
                .isInstanceOf(Result.Thought.class);
        assertThat(bench.only(stage.handle(bench.record(bench.lonely()), bench.leash())))
                .isInstanceOf(Result.Thought.class);
    }

    @Test
    void withoutRedisTurnsGoOnAndThisProcessCounts() throws Exception {
        bench.knows(Bench.ADA);
        bench.knows(new PolicyHash("p"), bench.policy("react"));
        try (var away = new Redis("redis://127.0.0.1:1")) {
            ProviderStage stage = bench.stage(1, "5.00", away);

            assertThat(bench.only(stage.handle(bench.record(bench.lonely()), bench.leash())))
                    .isInstanceOf(Result.Thought.class);
            Step.Think next = bench.turn().step("s-" + UUID.randomUUID()).asks();
            assertThat(bench.failed(stage.handle(bench.record(next), bench.leash())).kind())
                    .isEqualTo(FailureKind.LIMIT);
        }
    }
}
