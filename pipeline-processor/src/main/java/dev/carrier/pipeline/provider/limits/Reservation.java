package dev.carrier.pipeline.provider.limits;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.StepId;
import java.time.Instant;

/** What came of asking for a call. */
public sealed interface Reservation {

    /**
     * The call may be made.
     *
     * @param window in which it counts
     * @param shared false when Redis was out of reach and only this process counted it
     */
    record Granted(AccountId account, StepId step, String window, boolean shared)
            implements Reservation {}

    /**
     * A limit is reached.
     *
     * @param which is reached
     * @param until when the next call is possible
     * @param reason for the operator; names the limit and the time
     */
    record Refused(Cap which, Instant until, String reason) implements Reservation {}

    /** Which limit. */
    enum Cap {
        /** Turns of one person. */
        PERSON,
        /** Turns in one conversation. */
        CONVERSATION,
        /** Calls of one character. */
        CALLS,
        /** Money of one character. */
        MONEY
    }
}
