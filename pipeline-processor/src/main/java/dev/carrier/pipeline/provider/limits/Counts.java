package dev.carrier.pipeline.provider.limits;

import dev.carrier.contracts.AccountId;
import java.time.Instant;

/** Where turns, calls and money are counted. Implementations are thread-safe. */
interface Counts {
    /** Counts the call, if no limit is reached; once for a step, however often it is asked. */
    Reservation reserve(Demand demand, Caps caps, Instant now);

    /** Replaces what was reserved by what it did cost; once for a step. */
    void settle(Reservation.Granted granted, long micros);

    /** What has been used in this window. */
    Spent spent(AccountId account, Window window);

    /**
     * What a character has used.
     *
     * @param micros millionths of the currency
     */
    record Spent(long calls, long micros) {}
}
