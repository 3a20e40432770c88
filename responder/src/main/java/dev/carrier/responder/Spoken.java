package dev.carrier.responder;

import dev.carrier.contracts.PersonId;
import java.time.Instant;

/** What a platform said to an attempt. Refusals and unknown endings are answers, not exceptions. */
public sealed interface Spoken {
    /**
     * It stands there.
     *
     * @param message the platform's id of the message that it became, or was set on
     * @param by the account's own user
     * @param name how the platform shows the account
     * @param at the platform's time of it
     */
    record Sent(String message, PersonId by, String name, Instant at) implements Spoken {}

    /**
     * The platform will never take it.
     *
     * @param filesOnly it is its files that are not taken: words alone may be
     */
    record Refused(String why, boolean filesOnly) implements Spoken {
        public Refused(String why) {
            this(why, false);
        }
    }

    /** It may or may not stand there: find out before trying again. */
    record Unknown(String why) implements Spoken {}

    /** The platform did not take it, and may a little later. */
    record NotNow(String why) implements Spoken {}

    /** It was not sent because it was no longer wanted. */
    record Held() implements Spoken {}
}
