package dev.carrier.contracts;

/** What helps when a platform refused something. */
public enum Remedy {
    /** It passes by itself: the same again after a while. */
    AGAIN,
    /** A limit or something unfinished: not before a certain time. */
    WAIT,
    /** What was prepared for publishing is spoilt: prepare it anew. */
    NEW_CONTAINER,
    /** The token is not accepted: refresh it, once. */
    REFRESH_TOKEN,
    /** The account as a whole may not go on: a person must look. */
    STOP_ACCOUNT,
    /** It will never be taken as it is. */
    DEAD_LETTER
}
