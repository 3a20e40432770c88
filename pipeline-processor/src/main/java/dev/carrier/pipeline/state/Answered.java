package dev.carrier.pipeline.state;

import dev.carrier.contracts.PersonId;
import java.time.Instant;

/**
 * Somebody who was answered a short while ago.
 *
 * @param at when the answer was delivered
 * @param told they called again since, and saw a reaction
 */
public record Answered(PersonId by, Instant at, boolean told) {
    Answered asTold() {
        return new Answered(by, at, true);
    }
}
