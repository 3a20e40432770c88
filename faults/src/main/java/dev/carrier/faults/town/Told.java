package dev.carrier.faults.town;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.sandbox.SeenMessage;
import java.util.Set;

/**
 * A line that somebody in the crowd wrote.
 *
 * @param mark what stands in no other line, however often it is edited; the model says it again
 * @param message as it was written at first
 * @param calls whom it calls
 * @param heardBy who hears it
 * @param gone whether it was deleted since: it may have been answered before, or not
 */
public record Told(
        String mark,
        SeenMessage message,
        Set<AccountId> calls,
        Set<AccountId> heardBy,
        boolean gone) {

    /** The event that it becomes. */
    public EventId event() {
        return EventId.discordSaid(message.id());
    }

    /** Who has to answer it. */
    public Set<AccountId> must() {
        return gone ? Set.of() : calls;
    }

    Told deleted() {
        return new Told(mark, message, calls, heardBy, true);
    }

    @Override
    public String toString() {
        return mark + " in " + message.channel() + " for " + calls + (gone ? ", deleted" : "");
    }
}
