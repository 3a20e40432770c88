package dev.carrier.faults.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Place;

/**
 * Two who write to each other.
 *
 * @param account of ours
 * @param owner its Instagram id
 * @param person at the other end
 */
public record Inbox(AccountId account, String owner, String person) {
    /** The conversation that it is. */
    public ConversationId conversation() {
        return Place.instagramDm(owner, person);
    }
}
