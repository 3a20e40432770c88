package dev.carrier.bench;

import dev.carrier.sandbox.SeenMessage;
import java.time.Duration;
import java.time.Instant;

/**
 * A message that was written.
 *
 * @param token stands in its text and in no other's
 * @param planned when it was due
 * @param message as the sandbox accepted it
 */
record Said(String token, Instant planned, SeenMessage message) {
    /** How much later than planned it was accepted, in milliseconds. */
    double late() {
        return Math.max(0, Duration.between(planned, message.acceptedAt()).toNanos() / 1e6);
    }
}
