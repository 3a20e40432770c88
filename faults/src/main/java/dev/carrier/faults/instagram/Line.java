package dev.carrier.faults.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.EventId;
import java.util.Set;

/**
 * What somebody wrote in a comment or a direct message.
 *
 * @param mark what stands in no other line, however often it is edited; the model says it again
 * @param id the comment's, or the message's (mid)
 * @param in the comment at the top with all below it, or the two who write to each other
 * @param calls whom it calls
 * @param heardBy who hears it
 * @param gone whether it was unsent since: it may have been answered before, or not
 */
public record Line(
        String mark,
        String id,
        ConversationId in,
        Set<AccountId> calls,
        Set<AccountId> heardBy,
        boolean gone) {

    /** The event that it becomes. */
    public EventId event() {
        return EventId.said("instagram", id);
    }

    /** Who has to answer it. */
    public Set<AccountId> must() {
        return gone ? Set.of() : calls;
    }

    Line unsent() {
        return new Line(mark, id, in, calls, heardBy, true);
    }

    @Override
    public String toString() {
        return mark + " in " + in.value() + " for " + calls + (gone ? ", unsent" : "");
    }
}
