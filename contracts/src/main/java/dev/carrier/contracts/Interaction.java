package dev.carrier.contracts;

import java.time.Instant;

/**
 * Where the answer to a command goes: an address and nothing else. What gives the right to answer,
 * the platform's token, is in it under a seal that only those can open who hold the account's own
 * token; so it may lie in topics, in the journal and in a conversation's state.
 *
 * @param application the platform's id of the application that was asked
 * @param sealed the token under its seal
 * @param expiresAt the platform takes no answer after this
 * @see <a
 *     href="https://docs.discord.com/developers/interactions/receiving-and-responding">Receiving
 *     and responding</a>
 */
public record Interaction(String application, String sealed, Instant expiresAt) {

    /** Without what is sealed: an address is nobody's business. */
    @Override
    public String toString() {
        return "Interaction[application=" + application + ", expiresAt=" + expiresAt + "]";
    }
}
