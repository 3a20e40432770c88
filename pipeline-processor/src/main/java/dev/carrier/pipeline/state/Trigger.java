package dev.carrier.pipeline.state;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.PersonId;

/**
 * A message that a turn answers.
 *
 * @param by who wrote it
 * @param addressed it called the character: its author may see a reaction when the turn fails
 * @param gone it was deleted since
 * @param late it was fetched from the history, or held up on the way
 */
public record Trigger(EventId id, PersonId by, boolean addressed, boolean gone, boolean late) {
    Trigger deleted() {
        return new Trigger(id, by, addressed, true, late);
    }
}
