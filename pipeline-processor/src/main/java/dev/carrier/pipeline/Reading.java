package dev.carrier.pipeline;

import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Unreadable;
import dev.carrier.pipeline.state.Input;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Bytes of a topic become an input. */
final class Reading {
    private Reading() {}

    /**
     * An input, and how it was written.
     *
     * @param body the record as it was read; not to be changed
     */
    record Understood(Input input, Optional<ObjectNode> body) {
        private static Understood of(Input input) {
            return new Understood(input, Optional.empty());
        }
    }

    /**
     * The input that an arrival is.
     *
     * @throws Unreadable when its bytes are none, or when it stands under another conversation's
     *     key: its state would be another task's
     */
    static Understood read(Arrival arrival) {
        return switch (arrival) {
            case Arrival.Ring ring ->
                    Understood.of(new Input.Rang(ring.in(), ring.alarm(), ring.generation()));
            case Arrival.Change change -> Understood.of(new Input.Changed(change.version()));
            case Arrival.FromTopic record -> {
                ObjectNode body = Json.parse(record.value().get());
                yield new Understood(read(record, body), Optional.of(body));
            }
        };
    }

    private static Input read(Arrival.FromTopic record, ObjectNode body) {
        String topic = record.from().topic();
        if (topic.equals(Topics.EVENTS.name())) {
            Event event = Json.read(Topics.EVENTS.carries(), body);
            check(record, conversation(event));
            return new Input.Heard(event);
        }
        if (topic.equals(Topics.RESULTS.name())) {
            Result result = Json.read(Topics.RESULTS.carries(), body);
            check(record, conversation(result));
            return Input.of(result);
        }
        Delivery delivery = Json.read(Topics.DELIVERIES.carries(), body);
        check(record, conversation(delivery));
        return new Input.Delivered(delivery);
    }

    /** What the journal calls an input of which only the topic is known. */
    static String kind(Arrival.FromTopic record) {
        String topic = record.from().topic();
        return topic.equals(Topics.EVENTS.name())
                ? "heard"
                : topic.equals(Topics.RESULTS.name()) ? "thought" : "delivered";
    }

    private static void check(Arrival.FromTopic record, Optional<ConversationId> conversation) {
        if (conversation.isPresent() && !conversation.get().equals(record.in())) {
            throw new Unreadable("its key is not its conversation");
        }
    }

    private static Optional<ConversationId> conversation(Event event) {
        return switch (event) {
            case Event.Said said -> Optional.of(said.in().conversation());
            case Event.Edited edited -> Optional.of(edited.in().conversation());
            case Event.Deleted deleted -> Optional.of(deleted.in().conversation());
            case Event.Reacted reacted -> Optional.of(reacted.in().conversation());
            case Event.Typed typed -> Optional.of(typed.in().conversation());
            case Event.Commanded command -> Optional.of(command.in().conversation());
            case Event.Read read -> Optional.of(read.in().conversation());
            case Event.PostOrdered order -> Optional.of(order.in().conversation());
            case Event.SayOrdered order -> Optional.of(order.in().conversation());
            case Event.ModerationOrdered order -> Optional.of(order.in().conversation());
            case Event.Unknown _ -> Optional.empty();
        };
    }

    private static Optional<ConversationId> conversation(Result result) {
        return switch (result) {
            case Result.Thought thought -> Optional.of(thought.in());
            case Result.Returned returned -> Optional.of(returned.in());
            case Result.Failed failed -> Optional.of(failed.in());
            case Result.Deferred deferred -> Optional.of(deferred.in());
            case Result.Unknown _ -> Optional.empty();
        };
    }

    private static Optional<ConversationId> conversation(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Accepted accepted -> Optional.of(accepted.in());
            case Delivery.Refused refused -> Optional.of(refused.in());
            case Delivery.Stepped stepped -> Optional.of(stepped.in());
            case Delivery.StepFailed failed -> Optional.of(failed.in());
            case Delivery.Unknown _ -> Optional.empty();
        };
    }
}
