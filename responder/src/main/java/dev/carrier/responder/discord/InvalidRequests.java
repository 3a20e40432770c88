package dev.carrier.responder.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Counts the requests that Discord refused with 401, 403 or 429: an address that makes 10,000 of
 * them within ten minutes is banned for a while, with everything that runs on it. Long before that
 * no more is sent. One for a process, whatever number of accounts it has; thread-safe.
 *
 * @see <a
 *     href="https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans">Invalid
 *     request limit</a>
 */
public final class InvalidRequests {
    /** Several processes may share an address, and each has a share of what is allowed. */
    static final int MOST = 1_000;

    static final Duration WINDOW = Duration.ofMinutes(10);

    private final ArrayDeque<Instant> refused = new ArrayDeque<>();

    /** One more was refused. */
    synchronized void refused(Instant at) {
        refused.addLast(at);
        while (refused.size() > MOST) {
            refused.removeFirst();
        }
    }

    /** Until when nothing more is to be sent; empty while it may be. */
    public synchronized Optional<Instant> stoppedUntil(Instant now) {
        forget(now);
        return refused.size() < MOST
                ? Optional.empty()
                : Optional.of(refused.getFirst().plus(WINDOW));
    }

    /** How many there were in the last ten minutes. */
    public synchronized int count(Instant now) {
        forget(now);
        return refused.size();
    }

    private void forget(Instant now) {
        while (!refused.isEmpty() && !refused.getFirst().plus(WINDOW).isAfter(now)) {
            refused.removeFirst();
        }
    }
}
