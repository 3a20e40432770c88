package dev.carrier.ingest.discord;

import java.time.Duration;
import java.time.Instant;

/** Where an account begins in a channel for which it has no cursor. Pure. */
final class Beginnings {
    /** Discord's times and its ids may be so far apart. */
    static final Duration ABOUT = Duration.ofSeconds(2);

    private Beginnings() {}

    /**
     * The id of the message after which the account listens.
     *
     * <p>At a first install that is the newest message: nothing old is ever replayed. Later, a
     * channel that was made, or a server that was joined, while the account was away is read from
     * then on; an old channel that became visible begins with its newest message.
     *
     * @param channel its id
     * @param latest the id of its newest message, 0 for none
     * @param joined when the account joined the server, or when an old thread came back to it
     * @param firstInstall the account has never heard anything anywhere
     * @param lastHeard the newest cursor of the account
     */
    static long of(
            long channel, long latest, Instant joined, boolean firstInstall, long lastHeard) {
        // The first message of a forum's post has the id of the post itself.
        long beginning = channel - 1;
        long newest = Math.max(latest, beginning);
        long arrival = Snowflake.at(joined);
        boolean missed = channel > lastHeard || arrival > lastHeard;
        return firstInstall || !missed
                ? newest
                : Math.max(beginning, Snowflake.at(joined.minus(ABOUT)));
    }
}
