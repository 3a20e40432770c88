package dev.carrier.pipeline.provider.limits;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Purpose;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.StepId;
import dev.carrier.contracts.TurnId;
import java.util.List;

/**
 * A call that somebody wants to make.
 *
 * @param turn counts once for its people and its conversation, however many steps it has
 * @param people whom it answers
 * @param turnCounts false for the small question, which is no turn yet
 * @param micros what it will cost at most, about, in millionths of the currency
 */
record Demand(
        AccountId account,
        ConversationId in,
        TurnId turn,
        StepId step,
        List<PersonId> people,
        boolean turnCounts,
        long micros) {

    static Demand of(Step.Think step, long micros) {
        return new Demand(
                step.account(),
                step.in().conversation(),
                step.turn(),
                step.id(),
                step.addressers(),
                step.purpose() != Purpose.JUDGE,
                micros);
    }
}
