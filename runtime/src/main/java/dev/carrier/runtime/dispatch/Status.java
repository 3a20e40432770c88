package dev.carrier.runtime.dispatch;

import java.time.Instant;
import java.util.Optional;

/**
 * What a dispatcher says of itself.
 *
 * @param phase where it is in its life
 * @param partitions how many are its own
 * @param inFlight records received and not yet committed
 * @param lag records that wait on the broker, as far as is known
 * @param lastPoll when it last asked Kafka, by its clock
 * @param restarts how often it had to begin anew with new clients
 * @param problem why it last did, or why it cannot commit; absent while all is well
 */
public record Status(
        Phase phase,
        int partitions,
        int inFlight,
        long lag,
        Instant lastPoll,
        int restarts,
        Optional<String> problem) {

    /** The life of a dispatcher. */
    public enum Phase {
        /** Not started yet. */
        NEW,
        /** Making clients and joining the group. */
        JOINING,
        /** At work. */
        RUNNING,
        /** Waiting before it begins anew. */
        BACKING_OFF,
        /** Finishing what runs; takes nothing new. */
        DRAINING,
        /** Ended for good. */
        CLOSED
    }

    /** Whether it works and nothing is in its way. */
    public boolean alive() {
        return (phase == Phase.RUNNING || phase == Phase.DRAINING) && problem.isEmpty();
    }
}
