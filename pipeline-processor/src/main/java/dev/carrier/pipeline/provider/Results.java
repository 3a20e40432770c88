package dev.carrier.pipeline.provider;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.Headers;
import dev.carrier.contracts.PromptMessage;
import dev.carrier.contracts.Recollection;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.StepId;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.TurnId;
import dev.carrier.pipeline.provider.model.Answer;
import dev.carrier.runtime.kafka.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Makes the results of one step.
 *
 * @param beganAt when the stage began with it
 */
record Results(StepId step, TurnId turn, ConversationId in, AccountId account, Instant beganAt) {

    static Results of(Step.Think step, Instant beganAt) {
        return new Results(
                step.id(), step.turn(), step.in().conversation(), step.account(), beganAt);
    }

    static Results of(Step.Call step, Instant beganAt) {
        return new Results(
                step.id(), step.turn(), step.in().conversation(), step.account(), beganAt);
    }

    Result thought(
            Answer.Completed done,
            List<PromptMessage> prompt,
            Recollection recollection,
            Instant now) {
        return new Result.Thought(
                step,
                turn,
                in,
                account,
                done.text(),
                done.model(),
                prompt,
                recollection,
                done.usage(),
                done.startedAt(),
                took(now),
                done.attempts(),
                done.finish());
    }

    Result returned(String content, Instant now) {
        return new Result.Returned(step, turn, in, account, content, took(now));
    }

    Result failed(FailureKind kind, String reason, Instant now, int attempts) {
        return new Result.Failed(step, turn, in, account, kind, reason, now, took(now), attempts);
    }

    Result deferred(Instant until, String reason) {
        return new Result.Deferred(step, turn, in, account, until, reason);
    }

    /** The result as a record, with headers by which it can be answered for unread. */
    ProducerRecord<byte[], byte[]> record(Result result) {
        return Records.of(
                Topics.RESULTS,
                in,
                result,
                Map.of(
                        Headers.TURN, turn.value(),
                        Headers.ABOUT, step.value(),
                        Headers.ACCOUNT, account.value()));
    }

    private long took(Instant now) {
        return Math.max(0, Duration.between(beganAt, now).toMillis());
    }
}
