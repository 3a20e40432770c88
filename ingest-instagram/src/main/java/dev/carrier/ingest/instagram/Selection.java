package dev.carrier.ingest.instagram;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Which of what is there is looked at, by its time. Pure.
 *
 * @param after what is not later than this is known
 * @param upTo what is later than this is left: a webhook is about to bring it
 */
record Selection(Instant after, Instant upTo) {
    /**
     * Instagram's times are whole seconds, and what was written first may show last: so much before
     * the mark is looked at again.
     */
    static final Duration OVERLAP = Duration.ofMinutes(10);

    /**
     * @param mark up to which all is known, where that is known
     * @param since when the account is heard at all
     * @param within how far back anything is answered
     * @param grace how long a webhook has to bring it
     */
    static Selection at(
            Instant now, Optional<Instant> mark, Instant since, Duration within, Duration grace) {
        Instant after = now.minus(within);
        after = since.isAfter(after) ? since : after;
        Instant before = mark.map(it -> it.minus(OVERLAP)).orElse(Instant.EPOCH);
        return new Selection(before.isAfter(after) ? before : after, now.minus(grace));
    }

    boolean takes(Instant at) {
        return at.isAfter(after) && !at.isAfter(upTo);
    }

    /** Whether something this old, and all that is older, need not be looked at. */
    boolean isPast(Instant at) {
        return !at.isAfter(after);
    }

    /** Where the mark is once all of these are in Kafka, as far as they are taken. */
    Optional<Instant> mark(Collection<Instant> times) {
        return times.stream()
                .max(Instant::compareTo)
                .map(newest -> newest.isAfter(upTo) ? upTo : newest);
    }
}
