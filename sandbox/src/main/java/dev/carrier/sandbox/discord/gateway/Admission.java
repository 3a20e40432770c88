package dev.carrier.sandbox.discord.gateway;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Who may begin a session: how often, how many times a day, and with how many shards. Safe for use
 * by many threads.
 *
 * @see <a href="https://docs.discord.com/developers/events/gateway#sharding">Sharding</a>
 * @see <a href="https://docs.discord.com/developers/events/gateway#session-start-limit-object">
 *     Session start limit</a>
 */
public final class Admission {
    private static final int A_DAY = 1000;

    private final Duration interval;
    private final Map<Bucket, Long> last = new HashMap<>();
    private final Map<Long, Integer> begun = new HashMap<>();
    private int shards = 1;
    private int concurrency = 1;
    private int total = A_DAY;
    private long resetAt = System.nanoTime() + Duration.ofDays(1).toNanos();
    private int guildsPerShard = 2500;

    /** What {@code GET /gateway/bot} says of starts. */
    public record Starts(int total, int remaining, long resetAfterMs, int concurrency) {}

    /**
     * Shards whose number gives the same rest share a turn.
     *
     * @see <a
     *     href="https://docs.discord.com/developers/events/gateway#sharding-max-concurrency">Max
     *     concurrency</a>
     */
    private record Bucket(long bot, int number) {}

    /** One identify in {@code interval} for each bucket. */
    public Admission(Duration interval) {
        this.interval = interval;
    }

    /** How many shards are recommended, and how many of them may identify at once. */
    public synchronized void recommend(int value, int maxConcurrency) {
        shards = value;
        concurrency = maxConcurrency;
    }

    /** Of the day's starts so many are left for each bot, until they are all there again. */
    public synchronized void left(int remaining, Duration resetAfter) {
        begun.clear();
        total = remaining;
        resetAt = System.nanoTime() + resetAfter.toNanos();
    }

    /** A session may carry so many guilds. */
    public synchronized void guildsPerShard(int value) {
        guildsPerShard = value;
    }

    /** How many shards are recommended. */
    public synchronized int shards() {
        return shards;
    }

    /** What is left of the bot's starts. */
    public synchronized Starts starts(long bot) {
        reset();
        return new Starts(
                Math.max(A_DAY, total),
                total - begun.getOrDefault(bot, 0),
                Math.max(0, (resetAt - System.nanoTime()) / 1_000_000),
                concurrency);
    }

    /** Whether one session of so many may not carry the guilds of a bot. */
    synchronized boolean needsMore(int guilds, int count) {
        return guilds > (long) count * guildsPerShard;
    }

    /** Takes the shard's turn; false if the last one of its bucket was too short a while ago. */
    synchronized boolean takeTurn(long bot, int shard) {
        var now = System.nanoTime();
        var bucket = new Bucket(bot, shard % concurrency);
        var before = last.get(bucket);
        if (before != null && now - before < interval.toNanos()) {
            return false;
        }
        last.put(bucket, now);
        return true;
    }

    /** Takes one of the bot's starts; false if there is none left. */
    synchronized boolean takeStart(long bot) {
        reset();
        return begun.merge(bot, 1, Integer::sum) <= total;
    }

    private void reset() {
        if (System.nanoTime() - resetAt >= 0) {
            left(A_DAY, Duration.ofDays(1));
        }
    }
}
