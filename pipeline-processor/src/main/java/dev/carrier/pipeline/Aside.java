package dev.carrier.pipeline;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.DeadLetter;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.Headers;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.RecordRef;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.StepId;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.TurnId;
import dev.carrier.contracts.Unreadable;
import dev.carrier.pipeline.state.Context;
import dev.carrier.pipeline.state.Conversation;
import dev.carrier.pipeline.state.Decision;
import dev.carrier.pipeline.state.Input;
import dev.carrier.pipeline.state.Spoilt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import tools.jackson.databind.JsonNode;

/**
 * What becomes of an input that cannot be read or done: whoever waits for it is told {@code
 * failed(bug)}, as far as its headers or what is readable of it say who that is.
 */
final class Aside {
    private static final int LARGEST_LETTER = 256 * 1024;

    private Aside() {}

    static Decision decide(Conversation before, Arrival arrival, String reason, Context context) {
        try {
            return switch (arrival) {
                case Arrival.Ring _, Arrival.Change _ -> Spoilt.noted(before, context, reason);
                case Arrival.FromTopic record -> told(before, record, reason, context);
            };
        } catch (RuntimeException again) {
            return Spoilt.leftAsItIs(before, reason);
        }
    }

    private static Decision told(
            Conversation before, Arrival.FromTopic record, String reason, Context context) {
        JsonNode body = body(record);
        String topic = record.from().topic();
        Optional<String> account = text(body, "account").or(() -> header(record, Headers.ACCOUNT));
        if (topic.equals(Topics.EVENTS.name())) {
            Optional<String> id = text(body, "id").or(() -> header(record, Headers.ABOUT));
            List<AccountId> heardBy = new ArrayList<>();
            body.path("heardBy")
                    .forEach(one ->
                            text(one, "account").map(AccountId::new).ifPresent(heardBy::add));
            if (heardBy.isEmpty()) {
                account.map(AccountId::new).ifPresent(heardBy::add);
            }
            if (id.isPresent()) {
                return Spoilt.event(before, context, new EventId(id.get()), heardBy, reason);
            }
        } else if (account.isPresent()) {
            boolean step = topic.equals(Topics.RESULTS.name());
            Optional<String> about =
                    text(body, step ? "step" : "response").or(() -> header(record, Headers.ABOUT));
            String turn =
                    text(body, "turn").or(() -> header(record, Headers.TURN)).orElse("unknown");
            if (about.isPresent()) {
                Input instead =
                        step
                                ? failed(before, about.get(), turn, account.get(), reason, context)
                                : refused(
                                        before, about.get(), turn, account.get(), reason, context);
                return Spoilt.because(Stages.decide(before, instead, context), reason);
            }
        }
        return Spoilt.noted(before, context, reason);
    }

    private static Input failed(
            Conversation before,
            String step,
            String turn,
            String account,
            String reason,
            Context context) {
        return new Input.Failed(
                new Result.Failed(
                        new StepId(step),
                        new TurnId(turn),
                        before.id(),
                        new AccountId(account),
                        FailureKind.BUG,
                        reason,
                        context.handledAt(),
                        0,
                        0));
    }

    private static Input refused(
            Conversation before,
            String response,
            String turn,
            String account,
            String reason,
            Context context) {
        return new Input.Delivered(
                new Delivery.Refused(
                        new ResponseId(response),
                        new TurnId(turn),
                        before.id(),
                        new AccountId(account),
                        "bug: " + reason,
                        context.handledAt()));
    }

    /** The dead letter of a record; what is none has none. */
    static Optional<Written> letter(Arrival arrival, String reason, Instant at) {
        return switch (arrival) {
            case Arrival.Ring _, Arrival.Change _ -> Optional.empty();
            case Arrival.FromTopic record -> {
                RecordRef from = record.from();
                byte[] value = record.value().get();
                byte[] cut = new byte[Math.min(value.length, LARGEST_LETTER)];
                System.arraycopy(value, 0, cut, 0, cut.length);
                DeadLetter letter =
                        new DeadLetter.Dead(
                                "pipeline-processor",
                                Optional.of(from),
                                Base64.getEncoder().encodeToString(record.key().get()),
                                Base64.getEncoder().encodeToString(cut),
                                record.headers(),
                                reason,
                                at);
                yield Optional.of(
                        new Written(
                                Topics.DEAD_LETTERS.name(),
                                from.topic() + "/" + from.partition() + "/" + from.offset(),
                                Bytes.wrap(Json.write(letter)),
                                Optional.empty(),
                                Optional.empty()));
            }
        };
    }

    private static JsonNode body(Arrival.FromTopic record) {
        try {
            return Json.parse(record.value().get());
        } catch (Unreadable notJson) {
            return Json.mapper().createObjectNode();
        }
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field).asString("")).filter(text -> !text.isBlank());
    }

    private static Optional<String> header(Arrival.FromTopic record, String name) {
        return Optional.ofNullable(record.headers().get(name)).filter(text -> !text.isBlank());
    }
}
