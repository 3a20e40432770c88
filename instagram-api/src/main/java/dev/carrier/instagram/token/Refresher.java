package dev.carrier.instagram.token;

import dev.carrier.instagram.NewToken;
import dev.carrier.instagram.error.GraphProblem;

/** How a token is exchanged for one that lives longer. */
@FunctionalInterface
public interface Refresher {
    /**
     * The new one.
     *
     * @throws GraphProblem when Instagram gives none
     */
    NewToken refresh(String token);
}
