package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Interaction;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.StepId;
import dev.carrier.contracts.TurnId;
import java.util.Optional;

/**
 * A command that is being done, beside whatever talk goes on: a tool is asked, then who used the
 * command is told.
 *
 * @param turn derived from conversation, account and the command
 * @param event the use of the command
 * @param name what it is called
 * @param interaction where the answer goes
 * @param step the tool's step, while its result is awaited
 * @param notice the answer, while its delivery is awaited
 * @param ending how it ends when the answer is taken
 * @param reason why it ends so
 */
public record Command(
        TurnId turn,
        EventId event,
        AccountId account,
        String name,
        Interaction interaction,
        Optional<StepId> step,
        Optional<ResponseId> notice,
        OutcomeKind ending,
        String reason) {

    static Command asking(
            TurnId turn,
            EventId event,
            AccountId account,
            String name,
            Interaction interaction,
            StepId step) {
        return new Command(
                turn,
                event,
                account,
                name,
                interaction,
                Optional.of(step),
                Optional.empty(),
                OutcomeKind.REPLIED,
                name);
    }

    Command telling(ResponseId response, OutcomeKind kind, String why) {
        return new Command(
                turn,
                event,
                account,
                name,
                interaction,
                Optional.empty(),
                Optional.of(response),
                kind,
                why);
    }
}
