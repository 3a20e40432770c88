package dev.carrier.ingest.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.instagram.GraphClient;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An account that is to be heard.
 *
 * @param id its name in the settings
 * @param graph Instagram as this account sees it
 * @param trouble what a person must do about its token, in a sentence; empty while it lives
 */
public record InstagramAccount(
        AccountId id, GraphClient graph, Supplier<Optional<String>> trouble) {
    /** One whose token is nobody's worry here. */
    public InstagramAccount(AccountId id, GraphClient graph) {
        this(id, graph, Optional::empty);
    }
}
