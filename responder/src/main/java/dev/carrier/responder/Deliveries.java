package dev.carrier.responder;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Headers;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.TurnId;
import dev.carrier.runtime.kafka.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Deliveries as they travel; for what could not even be read, from what its headers say. */
final class Deliveries {
    /** Of a long file only the beginning is remembered as said. */
    private static final int REMEMBERED = 4_000;

    /**
     * So long nothing is tried where a permission is missing or a person takes no messages; who
     * gives it back waits no longer for an answer.
     */
    private static final Duration BARRED_FOR = Duration.ofMinutes(5);

    private Deliveries() {}

    /** What a part says, its files included: people can read them where they stand. */
    static String said(Response.Say say) {
        var text = new StringBuilder(say.text());
        say.media().ifPresent(item -> text.append("[sends ").append(item.name()).append(']'));
        say.files()
                .orElse(List.of())
                .forEach(file -> text.append('\n').append(file.content().strip()));
        int end = Math.min(text.length(), REMEMBERED);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return end < text.length() ? text.substring(0, end) + "…" : text.toString();
    }

    /**
     * What became of a response.
     *
     * @param text what was said; empty for what says nothing
     * @throws InterruptedException if it is no longer ours: the dispatcher drops what comes from
     *     here then, and nothing may be claimed
     */
    static Delivery of(
            Sending.Ending ending,
            ResponseId response,
            TurnId turn,
            Place in,
            AccountId account,
            String text,
            Instant now)
            throws InterruptedException {
        return switch (ending) {
            case Sending.Ending.Accepted(var sent, var found) ->
                    new Delivery.Accepted(
                            response,
                            turn,
                            in.conversation(),
                            account,
                            EventId.said(in.platform(), sent.message()),
                            sent.by(),
                            sent.name(),
                            text,
                            sent.at(),
                            found);
            case Sending.Ending.Refused(var why, var retryAt, var reach) ->
                    new Delivery.Refused(
                            response,
                            turn,
                            in.conversation(),
                            account,
                            why,
                            now,
                            retryAt,
                            reach == Spoken.Reach.PLACE
                                    ? Optional.of(now.plus(BARRED_FOR))
                                    : Optional.empty());
            case Sending.Ending.PutBack(var why) ->
                    throw new IllegalStateException("only what is said is put back: " + why);
            case Sending.Ending.Abandoned() -> throw new InterruptedException("no longer ours");
        };
    }

    /** A delivery as it travels. */
    static ProducerRecord<byte[], byte[]> record(
            ConversationId in,
            Delivery delivery,
            TurnId turn,
            ResponseId response,
            AccountId account) {
        return Records.of(
                Topics.DELIVERIES,
                in,
                delivery,
                Map.of(
                        Headers.TURN, turn.value(),
                        Headers.ABOUT, response.value(),
                        Headers.ACCOUNT, account.value()));
    }

    /**
     * A refusal in answer to a record that this build cannot read or do; empty if it asks for none.
     */
    static Optional<ProducerRecord<byte[], byte[]>> refusalOfUnreadable(
            ConsumerRecord<byte[], byte[]> record, String reason, Instant at) {
        Optional<String> response = Records.header(record, Headers.ABOUT);
        Optional<String> turn = Records.header(record, Headers.TURN);
        Optional<String> in = Records.header(record, Headers.CONVERSATION);
        Optional<String> account = Records.header(record, Headers.ACCOUNT);
        if (response.isEmpty() || turn.isEmpty() || in.isEmpty() || account.isEmpty()) {
            return Optional.empty();
        }
        var conversation = new ConversationId(in.get());
        return Optional.of(
                Records.of(
                        Topics.DELIVERIES,
                        conversation,
                        new Delivery.Refused(
                                new ResponseId(response.get()),
                                new TurnId(turn.get()),
                                conversation,
                                new AccountId(account.get()),
                                "bug: " + reason,
                                at)));
    }

    /** A problem in a few words, without what people wrote. */
    static String brief(Throwable problem) {
        String message = problem.getMessage();
        String type = problem.getClass().getSimpleName();
        return problem instanceof dev.carrier.contracts.Unreadable && message != null
                ? message
                : type;
    }
}
