package dev.carrier.runtime.dispatch;

import java.time.Duration;
import java.time.Instant;

/** What a piece of work may ask about itself. Thread-safe. */
public interface Leash {
    /**
     * Whether the record's partition is still this dispatcher's. To be asked right before every
     * call that others can see. Once it said no, the result will be dropped, whatever it is, and
     * the record is handled again by whoever has the partition.
     */
    boolean ours();

    /**
     * Whether the record stood there already when its partition became this dispatcher's: another,
     * or a former life of this one, may have begun with it.
     */
    boolean inherited();

    /** When the dispatcher received the record, by its clock. */
    Instant heldSince();

    /**
     * How long the record may still be held; zero when its time is over. A record that waited long
     * in its lane may begin with little or nothing left: it should answer without a call.
     */
    Duration left();
}
