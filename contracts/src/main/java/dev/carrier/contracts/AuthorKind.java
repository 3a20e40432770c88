package dev.carrier.contracts;

/** What kind of author wrote something. */
public enum AuthorKind {
    /** A person's own account. */
    PERSON,
    /** A bot user, one of ours or a stranger's. */
    BOT,
    /** A webhook, which writes under any name. */
    WEBHOOK,
    /** The platform itself: joins, pins, boosts. */
    SYSTEM
}
