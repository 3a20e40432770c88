package dev.carrier.ingest.instagram;

import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Place;

/** What follows from one thing of a batch. */
sealed interface Mapped {
    /**
     * Something happened.
     *
     * @param id of the event
     * @param in where
     */
    record Happened(EventId id, Place in, Event event) implements Mapped {

        /** Whether the account itself said it. */
        boolean isOwn() {
            return event instanceof Event.Said said
                    && said.heardBy().stream().anyMatch(Hearing::self);
        }
    }

    /** Nothing does. */
    record LeftOut(Counted why) implements Mapped {}

    /**
     * It lacks what every one of its kind has.
     *
     * @param what is missing, for the operator; without what people wrote
     */
    record Unreadable(String what) implements Mapped {}

    /** It cannot be told yet: Meta is to bring it again. */
    record Later(Counted why) implements Mapped {}
}
