package dev.carrier.pipeline.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.Headers;
import dev.carrier.contracts.StepId;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.TurnId;
import dev.carrier.contracts.Unreadable;
import dev.carrier.runtime.dispatch.HoldExceeded;
import dev.carrier.runtime.kafka.Records;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * The answer to a step that could not be handled, out of its record's headers alone: its value may
 * be what broke it. Pure.
 */
final class Unhandled {
    private static final String WORKER = "provider";

    private Unhandled() {}

    /** A failed result, if the headers say for what; and a dead letter, unless it was only slow. */
    static List<ProducerRecord<byte[], byte[]>> answer(
            ConsumerRecord<byte[], byte[]> record, Throwable problem, Instant now) {
        var answer = new ArrayList<ProducerRecord<byte[], byte[]>>();
        boolean slow = problem instanceof HoldExceeded;
        String reason = reason(problem);
        results(record, now)
                .map(results ->
                        results.record(
                                results.failed(
                                        slow ? FailureKind.TIMEOUT : FailureKind.BUG,
                                        reason,
                                        now,
                                        0)))
                .ifPresent(answer::add);
        if (!slow) {
            answer.add(Records.dead(Topics.DEAD_LETTERS, WORKER, record, reason, now));
        }
        return List.copyOf(answer);
    }

    private static Optional<Results> results(ConsumerRecord<byte[], byte[]> record, Instant now) {
        Optional<String> step = text(record, Headers.ABOUT);
        Optional<String> turn = text(record, Headers.TURN);
        Optional<String> account = text(record, Headers.ACCOUNT);
        Optional<String> in =
                text(record, Headers.CONVERSATION)
                        .or(() ->
                                Optional.ofNullable(record.key())
                                        .map(key -> new String(key, UTF_8)))
                        .filter(text -> !text.isBlank());
        if (step.isEmpty() || turn.isEmpty() || account.isEmpty() || in.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Results(
                        new StepId(step.get()),
                        new TurnId(turn.get()),
                        new ConversationId(in.get()),
                        new AccountId(account.get()),
                        now));
    }

    private static Optional<String> text(ConsumerRecord<byte[], byte[]> record, String header) {
        return Records.header(record, header).filter(text -> !text.isBlank());
    }

    /** Messages of exceptions may quote people or keys; only our own are repeated. */
    private static String reason(Throwable problem) {
        return switch (problem) {
            case Unreadable unreadable -> "the step cannot be read: " + unreadable.getMessage();
            case HoldExceeded held -> "the step was " + held.getMessage();
            case RecordTooLargeException _ -> "the result is too large for a record";
            default -> "the step cannot be done: " + problem.getClass().getSimpleName();
        };
    }
}
