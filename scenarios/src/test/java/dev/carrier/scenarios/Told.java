package dev.carrier.scenarios;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.sandbox.SeenMessage;
import java.util.Set;

/**
 * A line that somebody in the crowd wrote.
 *
 * @param mark what stands in no other line; the model says it again
 * @param must who has to answer it
 * @param heardBy who hears it
 */
record Told(String mark, SeenMessage message, Set<AccountId> must, Set<AccountId> heardBy) {
    EventId event() {
        return EventId.discordSaid(message.id());
    }

    @Override
    public String toString() {
        return mark + " in " + message.channel() + " for " + must;
    }
}
