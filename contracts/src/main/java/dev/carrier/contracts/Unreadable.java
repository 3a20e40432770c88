package dev.carrier.contracts;

/** Bytes that are not a value of their topic: the message says why, in one clause. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A reason without secrets and without people's text. */
    public Unreadable(String reason) {
        super(reason);
    }
}
