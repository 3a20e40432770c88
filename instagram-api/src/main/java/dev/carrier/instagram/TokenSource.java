package dev.carrier.instagram;

import dev.carrier.instagram.error.GraphError;

/** Where a call gets its account's token from. Thread-safe. */
@FunctionalInterface
public interface TokenSource {
    /** The token to call with now. */
    String token();

    /**
     * Instagram did not accept it.
     *
     * @return whether there is another one now, worth one more attempt
     */
    default boolean refused(String token, GraphError error) {
        return false;
    }

    /** Instagram accepted it. */
    default void accepted(String token) {}
}
