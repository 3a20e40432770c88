package dev.carrier.ingest.instagram;

import dev.carrier.contracts.AccountId;
import java.util.List;
import java.util.Optional;

/**
 * How an account hears.
 *
 * @param account which
 * @param state whether it hears
 * @param username its name on Instagram; empty before it is known
 * @param id Instagram's of it; empty before it is known
 * @param subscribed of what Meta delivers webhooks for it
 * @param trouble why it does not hear, or what a person must do; absent when all is well
 * @param warning what an operator should know although it hears
 */
public record AccountHealth(
        AccountId account,
        State state,
        String username,
        String id,
        List<String> subscribed,
        Optional<String> trouble,
        Optional<String> warning) {

    /** Whether an account hears. */
    public enum State {
        /** It is not known yet who it is. */
        STARTING,
        /** Webhooks come, or Instagram is asked. */
        HEARING,
        /** It did, or could; something is in the way that passes, or is the app's. */
        DEAF,
        /** It does not before a person has done what the trouble says. */
        STOPPED
    }
}
