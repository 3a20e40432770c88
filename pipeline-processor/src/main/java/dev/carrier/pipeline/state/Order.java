package dev.carrier.pipeline.state;

import dev.carrier.contracts.EventId;
import java.time.Instant;

/**
 * Which of two messages stands first where people read them: by the platform's time, and at the
 * same time by the platform's number. How they came to us says nothing: what was fetched after a
 * gap and what two accounts hear may come in any order.
 */
final class Order {
    private Order() {}

    /** Whether the first is older; where nothing tells them apart, what came first stays first. */
    static boolean older(Instant at, EventId id, Instant otherAt, EventId other) {
        if (!at.equals(otherAt)) {
            return at.isBefore(otherAt);
        }
        long number = Seen.number(id);
        long otherNumber = Seen.number(other);
        return number > 0 && otherNumber > 0 && number < otherNumber;
    }
}
