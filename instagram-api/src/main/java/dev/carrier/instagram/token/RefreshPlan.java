package dev.carrier.instagram.token;

import java.time.Duration;
import java.time.Instant;

/**
 * When a token is to be refreshed: never before it is a day old, never twice a day, at half of its
 * life and on day 50 at the latest. Of a token out of the settings nobody knows how old it is: it
 * is refreshed as soon as it may be. Pure.
 */
final class RefreshPlan {
    static final Duration A_DAY = Duration.ofHours(24);
    static final Duration LATEST = Duration.ofDays(50);

    private RefreshPlan() {}

    static Instant dueAt(KeptToken kept) {
        Instant earliest = kept.since().plus(A_DAY);
        Instant due =
                kept.expires()
                        .map(end -> later(earliest, kept.since().plus(wait(kept.since(), end))))
                        .orElse(earliest);
        return kept.tried().map(when -> later(due, when.plus(A_DAY))).orElse(due);
    }

    static boolean isDue(KeptToken kept, Instant now) {
        return !kept.hasExpired(now) && !dueAt(kept).isAfter(now);
    }

    /** Whether it may be refreshed at all: an expired one never again, and none twice a day. */
    static boolean mayTry(KeptToken kept, Instant now) {
        return !kept.hasExpired(now)
                && kept.tried().filter(when -> when.plus(A_DAY).isAfter(now)).isEmpty();
    }

    private static Duration wait(Instant since, Instant end) {
        Duration half = Duration.between(since, end).dividedBy(2);
        return half.compareTo(LATEST) > 0 ? LATEST : half;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
