package dev.carrier.pipeline;

import dev.carrier.pipeline.state.Conversation;
import java.time.Duration;

/**
 * Sees what the processor does, after it was handed to Kafka; it decides nothing. What is decided
 * again in a replay is not seen. On a stream thread: quick, and never throws.
 */
@FunctionalInterface
public interface Witness {
    /** Sees nothing. */
    Witness NONE = (before, handled, waited) -> {};

    /** This one, and then the other. */
    default Witness and(Witness other) {
        return (before, handled, waited) -> {
            handled(before, handled, waited);
            other.handled(before, handled, waited);
        };
    }

    /**
     * An input was handled.
     *
     * @param before the conversation before it
     * @param waited since its record was written; zero for what is no record
     */
    void handled(Conversation before, Handled handled, Duration waited);
}
