package dev.carrier.pipeline.provider.model;

import dev.carrier.contracts.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * How long to wait before a repeat when nobody says: doubling from half a second, at most eight
 * seconds, of which the second half depends on the question, so that a crowd does not come back at
 * once and one question always waits the same.
 */
final class Backoff {
    private static final long FIRST_MILLIS = 500;
    private static final long MOST_MILLIS = 8_000;
    private static final long AWAY_MILLIS = 10_000;
    private static final long MOST_MILLIS_AWAY = 60_000;

    private Backoff() {}

    /**
     * @param seed of the question
     * @param tries how many there were, at least 1
     */
    static Duration before(String seed, int tries) {
        long whole = Math.min(MOST_MILLIS, FIRST_MILLIS << Math.min(tries - 1, 10));
        return Duration.ofMillis(whole / 2 + share(seed, tries, whole / 2));
    }

    /**
     * How long to leave alone who was asked several times and is away: ten seconds, ten more each
     * time, at most a minute, of which the last third depends on the question.
     *
     * @param times how often the question was put off before
     */
    static Duration away(String seed, int times) {
        long whole = Math.min(MOST_MILLIS_AWAY, AWAY_MILLIS * (Math.min(times, 10) + 1));
        return Duration.ofMillis(whole * 2 / 3 + share(seed, times, whole / 3));
    }

    /** A little more than the provider asked for, at most a tenth and 250 ms. */
    static Duration after(Duration asked, String seed, int tries) {
        return asked.plusMillis(share(seed, tries, Math.min(250, asked.toMillis() / 10) + 1));
    }

    private static long share(String seed, int tries, long below) {
        String hash = Ids.sha256((seed + "/" + tries).getBytes(StandardCharsets.UTF_8));
        return Math.floorMod(Long.parseUnsignedLong(hash.substring(0, 16), 16), below);
    }
}
