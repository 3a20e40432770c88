package dev.carrier.pipeline.state;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.PersonId;
import java.util.List;

/**
 * A message that a turn answers.
 *
 * @param by who wrote it
 * @param addressed it called the character: its author may see a reaction when the turn fails
 * @param gone it was deleted since
 * @param late it was fetched from the history, or held up on the way
 * @param roles of its author, those of which the policy had rules when it was heard
 * @param bot a bot wrote it
 */
public record Trigger(
        EventId id,
        PersonId by,
        boolean addressed,
        boolean gone,
        boolean late,
        List<String> roles,
        boolean bot) {
    public Trigger {
        // A state of an earlier build has none.
        roles = roles == null ? List.of() : List.copyOf(roles);
    }

    Trigger deleted() {
        return new Trigger(id, by, addressed, true, late, roles, bot);
    }
}
