package dev.carrier.pipeline.state;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Interaction;
import dev.carrier.contracts.PersonId;
import java.util.List;
import java.util.Optional;

/**
 * A message that a turn answers.
 *
 * @param by who wrote it
 * @param addressed it called the character: its author may see a reaction when the turn fails
 * @param gone it was deleted since
 * @param late it was fetched from the history, or held up on the way
 * @param roles of its author, those of which the policy had rules when it was heard
 * @param bot a bot wrote it
 * @param interaction where the answer goes when it was asked by a command
 */
public record Trigger(
        EventId id,
        PersonId by,
        boolean addressed,
        boolean gone,
        boolean late,
        List<String> roles,
        boolean bot,
        Optional<Interaction> interaction) {
    public Trigger {
        // A state of an earlier build has none.
        roles = roles == null ? List.of() : List.copyOf(roles);
    }

    Trigger deleted() {
        return new Trigger(id, by, addressed, true, late, roles, bot, interaction);
    }
}
