package dev.carrier.contracts;

/** How a message addressed the account that heard it, by the platform's own marks. */
public enum Address {
    /** The account's user is mentioned literally. */
    MENTION,
    /** A role that the account has is mentioned. */
    ROLE,
    /** It is a reply to a message of the account. */
    REPLY
}
