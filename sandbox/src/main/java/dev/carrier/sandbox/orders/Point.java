package dev.carrier.sandbox.orders;

import java.util.Arrays;
import java.util.Optional;

/** A point in the life of a request, or of a gateway connection. */
public enum Point {
    /** The request was read, nothing was executed. */
    RECEIVED("received"),
    /** It was executed and shows; its answer has not been sent. */
    BEFORE_ANSWER("before-answer"),
    /** The answer was written to the connection. */
    AFTER_ANSWER("after-answer"),
    /** A gateway session was asked for. */
    IDENTIFY("identify"),
    /** A gateway session was asked to go on. */
    RESUME("resume"),
    /** A gateway event was written to a connection. */
    DISPATCH("dispatch"),
    /** A gateway connection ended. */
    CLOSED("closed");

    private final String key;

    Point(String key) {
        this.key = key;
    }

    /** The name in the control API. */
    public String key() {
        return key;
    }

    /** The point called {@code key} in the control API, if there is one. */
    public static Optional<Point> of(String key) {
        return Arrays.stream(values()).filter(p -> p.key.equals(key)).findFirst();
    }
}
