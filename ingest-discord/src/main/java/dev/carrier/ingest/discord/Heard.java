package dev.carrier.ingest.discord;

import dev.carrier.contracts.Event;
import java.util.Optional;

/**
 * Something that was received and is not published yet.
 *
 * @param mark the message's id where it moves the channel's cursor, otherwise 0
 * @param event makes the event of it; run in the channel's lane, where it may ask Discord; empty
 *     when there is nothing to tell
 */
record Heard(long mark, Telling event) {
    /** How an event is made. */
    interface Telling {
        Optional<? extends Event> tell() throws InterruptedException;
    }

    /** Something that leaves the cursor where it is. */
    static Heard of(Telling event) {
        return new Heard(0, event);
    }

    /** Nothing to publish, but the channel is known from here on. */
    static Heard beginning(long mark) {
        return new Heard(mark, Optional::empty);
    }

    boolean moves() {
        return mark != 0;
    }
}
