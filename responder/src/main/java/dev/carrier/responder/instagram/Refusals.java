package dev.carrier.responder.instagram;

import dev.carrier.instagram.error.GraphError;
import dev.carrier.responder.Found;
import dev.carrier.responder.Spoken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What Instagram's errors mean for something that was to be said. Thread-safe. */
final class Refusals {
    /** The person takes no messages; that says nothing of the account. */
    private static final int PERSON_AWAY = 551;

    private static final Duration UNKNOWN = Duration.ofMinutes(1);

    private final Stop stop;
    private final InstantSource clock;

    Refusals(Stop stop, InstantSource clock) {
        this.stop = stop;
        this.clock = clock;
    }

    /**
     * The answer in the responder's words.
     *
     * @param patience what passes before then is waited for
     */
    Spoken of(GraphError error, Instant patience) {
        String why = error.sentence();
        if (!error.refused()) {
            return new Spoken.Unknown(why);
        }
        return switch (error.trouble()) {
            case HICCUP, NOT_READY, SPOILT, NOT_FETCHED -> new Spoken.NotNow(why);
            case RATE, QUOTA -> limited(error, patience);
            case BLOCKED -> blocked(error);
            case TOKEN, NOT_ALLOWED -> new Spoken.Refused(why, Spoken.Reach.PLACE);
            // The person may write at any moment, and then it opens.
            case WINDOW_CLOSED, GONE, WRONG -> new Spoken.Refused(why);
        };
    }

    /** The same of a look: only what is gone for good ends the search. */
    Found ofLook(GraphError error) {
        return switch (error.trouble()) {
            case GONE -> new Found.Gone(error.sentence());
            case HICCUP,
                    NOT_READY,
                    SPOILT,
                    NOT_FETCHED,
                    RATE,
                    QUOTA,
                    BLOCKED,
                    TOKEN,
                    NOT_ALLOWED,
                    WINDOW_CLOSED,
                    WRONG ->
                    new Found.Unreadable(error.sentence());
        };
    }

    private Spoken limited(GraphError error, Instant patience) {
        Instant until = clock.instant().plus(error.lasts().orElse(UNKNOWN));
        return until.isBefore(patience)
                ? new Spoken.NotNow(error.sentence())
                : new Spoken.Limited(until, error.sentence());
    }

    private Spoken blocked(GraphError error) {
        if (error.code() != PERSON_AWAY) {
            stop.because(error.sentence());
        }
        return new Spoken.Refused(error.sentence(), Spoken.Reach.PLACE);
    }
}
