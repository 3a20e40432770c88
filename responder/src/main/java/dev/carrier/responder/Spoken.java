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
     * @param reach what else it will not take
     */
    record Refused(String why, Reach reach) implements Spoken {
        /** A refusal of this one thing. */
        public Refused(String why) {
            this(why, Reach.THIS);
        }
    }

    /** The platform takes nothing there before that time, which is longer than can be waited. */
    record Limited(Instant until, String why) implements Spoken {}

    /** It may or may not stand there: find out before trying again. */
    record Unknown(String why) implements Spoken {}

    /** The platform did not take it, and may a little later. */
    record NotNow(String why) implements Spoken {}

    /** It was not sent because it was no longer wanted. */
    record Held() implements Spoken {}

    /** What a refusal is about. */
    enum Reach {
        /** This one message. */
        THIS,
        /** Its files: words alone may be taken. */
        FILES,
        /** Whatever the account says there, until somebody changes something. */
        PLACE
    }
}
