package dev.carrier.instagram.error;

import dev.carrier.contracts.Remedy;

/** The classes of Instagram's errors. */
public enum Trouble {
    /** Instagram or the network stumbled; what was asked for may have been done. */
    HICCUP(Remedy.AGAIN),
    /** A container is not ready yet. */
    NOT_READY(Remedy.WAIT),
    /** A container is of no use any more. */
    SPOILT(Remedy.NEW_CONTAINER),
    /** Instagram could not fetch a file. Nothing was published. */
    NOT_FETCHED(Remedy.AGAIN),
    /** Too many calls; further ones lengthen the block. */
    RATE(Remedy.WAIT),
    /** As much as may be published in a day is published. */
    QUOTA(Remedy.WAIT),
    /** The account is blocked or restricted. */
    BLOCKED(Remedy.STOP_ACCOUNT),
    /** The token is not accepted. */
    TOKEN(Remedy.REFRESH_TOKEN),
    /** A permission is missing. */
    NOT_ALLOWED(Remedy.DEAD_LETTER),
    /** The person has not written within the last 24 hours. */
    WINDOW_CLOSED(Remedy.DEAD_LETTER),
    /** What it is about does not exist, or not any more. */
    GONE(Remedy.DEAD_LETTER),
    /** It will never be taken as it is. */
    WRONG(Remedy.DEAD_LETTER);

    private final Remedy remedy;

    Trouble(Remedy remedy) {
        this.remedy = remedy;
    }

    /** What helps. */
    public Remedy remedy() {
        return remedy;
    }
}
