package dev.carrier.contracts;

import java.util.Optional;

/**
 * How an event ended for an account that heard it; there is exactly one.
 *
 * @param reason such as {@code mention}, {@code not addressed}, {@code too late}
 * @param turn the turn that ended it, where there was one
 */
public record Outcome(
        EventId event, AccountId account, OutcomeKind kind, String reason, Optional<TurnId> turn) {}
