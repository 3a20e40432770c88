package dev.carrier.pipeline.provider;

import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Unreadable;
import dev.carrier.pipeline.provider.enclosure.Enclosing;
import dev.carrier.pipeline.provider.limits.Limits;
import dev.carrier.pipeline.provider.model.Models;
import dev.carrier.pipeline.provider.prompt.PromptBudget;
import dev.carrier.runtime.dispatch.Handler;
import dev.carrier.runtime.dispatch.Leash;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Does what steps ask for, each on its own and in no order, and answers each with exactly one
 * result. To be run by a dispatcher over {@code carrier.steps} that keeps no order. Thread-safe.
 */
public final class ProviderStage implements Handler {
    private final Thinking thinking;
    private final Tools tools;
    private final ModelMeters meters;
    private final InstantSource clock;

    /**
     * Of parts that their owner closes.
     *
     * @param memory where recollections come from
     * @param enclosing where the files that people send come from
     * @param budget of prompts
     * @param tools that characters may call
     * @param meters measures what models are asked
     */
    public ProviderStage(
            Versions versions,
            RecallClient memory,
            Limits limits,
            Models models,
            Enclosing enclosing,
            PromptBudget budget,
            Tools tools,
            ModelMeters meters,
            InstantSource clock) {
        this.thinking =
                new Thinking(versions, memory, limits, models, enclosing, budget, meters, clock);
        this.meters = meters;
        this.tools = tools;
        this.clock = clock;
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> handle(
            ConsumerRecord<byte[], byte[]> record, Leash leash) throws Exception {
        return switch (Json.read(Topics.STEPS, record.value())) {
            case Step.Think think ->
                    List.of(
                            Results.of(think, clock.instant())
                                    .record(thinking.think(think, leash)));
            case Step.Call call ->
                    List.of(Results.of(call, clock.instant()).record(call(call, leash)));
            case Step.Unknown unknown ->
                    throw new Unreadable("a step of the unknown kind " + unknown.type());
        };
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> failed(
            ConsumerRecord<byte[], byte[]> record, Throwable problem) {
        var answer = Unhandled.answer(record, problem, clock.instant());
        answer.stream()
                .filter(one -> one.topic().equals(Topics.DEAD_LETTERS.name()))
                .forEach(letter -> meters.dead());
        return answer;
    }

    private Result call(Step.Call step, Leash leash) throws Exception {
        Instant began = clock.instant();
        var results = Results.of(step, began);
        if (!began.isBefore(step.deadline())) {
            return results.failed(
                    FailureKind.TOO_LATE, "its deadline passed before it began", began, 0);
        }
        Optional<Tools.Tool> tool = tools.named(step.tool());
        if (tool.isEmpty()) {
            return results.failed(FailureKind.BUG, "no such tool: " + step.tool(), began, 0);
        }
        if (!leash.ours()) {
            throw new InterruptedException("the partition has gone to somebody else");
        }
        return results.returned(tool.get().call(step), clock.instant());
    }
}
