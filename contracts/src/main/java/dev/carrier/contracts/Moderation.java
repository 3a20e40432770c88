package dev.carrier.contracts;

/** What is done with somebody's comment. */
public enum Moderation {
    /** Only its author still sees it. */
    HIDE,
    /** Everybody sees it again. */
    UNHIDE,
    /** It is gone. */
    DELETE
}
