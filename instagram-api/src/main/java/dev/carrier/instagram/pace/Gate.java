package dev.carrier.instagram.pace;

import java.time.Duration;

/** Whether a call may be made. */
public sealed interface Gate {
    /** After this long, zero or more; its turn is taken. */
    record Open(Duration after) implements Gate {}

    /**
     * Not now; no turn is taken.
     *
     * @param lasts after this long it makes sense to ask again
     * @param why for the operator
     */
    record Shut(Duration lasts, String why) implements Gate {}
}
