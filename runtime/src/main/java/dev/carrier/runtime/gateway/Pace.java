package dev.carrier.runtime.gateway;

import java.time.Duration;

/**
 * Spreads one bot's requests, so that together they stay below what Discord allows it. Whoever
 * hears and whoever speaks with the bot may be in different containers, so each has a share of its
 * own. Thread-safe.
 *
 * @see <a href="https://docs.discord.com/developers/topics/rate-limits#global-rate-limit">Global
 *     rate limit</a>
 */
public final class Pace {
    /** What Discord allows every bot, requests a second. */
    public static final int ALLOWED = 50;

    private static final double NANOS = 1_000_000_000;

    private final double interval;
    private final double ahead;
    private boolean begun;
    private double next;

    /**
     * @param aSecond requests a second, in the long run
     * @param atOnce how many need not wait for each other after a silence; in no second are there
     *     more than the sum of both
     */
    Pace(double aSecond, double atOnce) {
        this.interval = NANOS / aSecond;
        this.ahead = interval * (atOnce - 1);
    }

    /**
     * The share of who speaks: half of it, and a burst of a sixth.
     *
     * @param allowed requests a second that Discord allows the bot
     */
    public static Pace ofSpeaking(int allowed) {
        return new Pace(allowed * 0.5, Math.max(1, Math.floor(allowed * 0.16)));
    }

    /**
     * The share of who hears, and asks for what was missed: a fifth of it, and a burst of a tenth.
     *
     * @param allowed requests a second that Discord allows the bot
     */
    public static Pace ofHearing(int allowed) {
        return new Pace(allowed * 0.2, Math.max(1, Math.floor(allowed * 0.1)));
    }

    /**
     * Takes the next turn.
     *
     * @param nanos now, as {@link System#nanoTime} counts
     * @return how long to wait for it, zero or more
     */
    public synchronized Duration take(long nanos) {
        if (!begun || next < nanos) {
            begun = true;
            next = nanos;
        }
        double wait = next - ahead - nanos;
        next += interval;
        return wait <= 0 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil(wait));
    }
}
