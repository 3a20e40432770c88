package dev.carrier.faults.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.EventId;
import java.util.List;

/**
 * A post that an operator ordered.
 *
 * @param mark what stands in no other caption
 * @param in the account's publishing
 * @param pictures what it shows, in order
 */
public record Ordered(
        String mark, EventId event, AccountId account, ConversationId in, List<Picture> pictures) {
    @Override
    public String toString() {
        return mark + " of " + account + " with " + pictures.size() + " pictures";
    }
}
