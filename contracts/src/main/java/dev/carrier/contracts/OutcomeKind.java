package dev.carrier.contracts;

/** How an event ended for a character that heard it. */
public enum OutcomeKind {
    /** The character spoke to it. */
    REPLIED,
    /** The character did not, for the reason given. */
    IGNORED,
    /** The character should have and could not. */
    FAILED
}
