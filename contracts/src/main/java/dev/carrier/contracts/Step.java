package dev.carrier.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a turn asks of the outside. Exactly one {@link Result} comes back for each. */
public sealed interface Step extends Travels {

    /**
     * A call of a language model.
     *
     * @param account the character's presence that speaks
     * @param character the version of the character to think as
     * @param policy the version of the policy under which it was asked
     * @param model the name of the model in the settings
     * @param window the last messages, oldest first; what is older is recalled
     * @param triggers the messages that the turn answers, oldest first
     * @param addressers who wrote the triggers
     * @param addendum what the policy adds to the prompt in this place
     * @param reason why the character speaks
     * @param deadline an answer later than this is not sent
     * @param round 0 for a turn's first step; counts thinking again
     * @param exchanges the tools that this turn has called, oldest first; absent without any
     * @param late those of the triggers that were heard late: fetched from the history after a
     *     downtime, or held up on the way; what people said since is in the window. Absent without
     *     any
     * @param putOff how often this turn was put off before, because what it asked for was away or
     *     full; absent when it was not
     */
    @Kind("think.v1")
    record Think(
            StepId id,
            TurnId turn,
            Place in,
            AccountId account,
            CharacterHash character,
            PolicyHash policy,
            String model,
            Purpose purpose,
            List<Line> window,
            List<EventId> triggers,
            List<PersonId> addressers,
            Optional<String> addendum,
            String reason,
            Instant askedAt,
            Instant deadline,
            int round,
            Optional<List<Exchange>> exchanges,
            Optional<List<EventId>> late,
            Optional<Integer> putOff)
            implements Step {}

    /**
     * A call of a tool.
     *
     * @param tool its name
     * @param arguments what the model gave it, checked against the tool's schema
     */
    @Kind("call.v1")
    record Call(
            StepId id,
            TurnId turn,
            Place in,
            AccountId account,
            String tool,
            JsonNode arguments,
            Instant askedAt,
            Instant deadline,
            int round)
            implements Step {}

    /** Of a kind that this build does not know. */
    record Unknown(ObjectNode body) implements Step, Unread {}
}
