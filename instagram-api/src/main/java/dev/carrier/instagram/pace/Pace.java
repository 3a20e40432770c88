package dev.carrier.instagram.pace;

import dev.carrier.instagram.error.GraphError;
import java.time.Duration;
import java.util.Optional;

/** The pace of one account. Thread-safe. */
public interface Pace {
    /**
     * Asks for a turn.
     *
     * @param patience what would have to wait longer gets none
     */
    Gate before(Lane lane, Urgency urgency, Duration patience);

    /** Tells what the platform said of the account's use, and the error if it was one. */
    void after(Lane lane, Usage usage, Optional<GraphError> error);

    /** No limits at all, for tools and tests. */
    Pace NONE =
            new Pace() {
                @Override
                public Gate before(Lane lane, Urgency urgency, Duration patience) {
                    return new Gate.Open(Duration.ZERO);
                }

                @Override
                public void after(Lane lane, Usage usage, Optional<GraphError> error) {}
            };
}
