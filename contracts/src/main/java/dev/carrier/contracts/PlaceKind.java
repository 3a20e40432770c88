package dev.carrier.contracts;

/** What sort of place a conversation is in. */
public enum PlaceKind {
    /** A channel of a server. */
    CHANNEL,
    /** A thread or forum post of a server. */
    THREAD,
    /** Between one person and one account. */
    DM,
    /** The comments under one comment of a post. */
    COMMENTS,
    /** What an account publishes. */
    PUBLISHING
}
