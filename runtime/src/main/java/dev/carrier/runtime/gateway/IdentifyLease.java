package dev.carrier.runtime.gateway;

import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.redis.Script;
import dev.carrier.runtime.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Keeps the sessions of one bot apart, in whatever process they are: Discord allows one identify
 * every 5 seconds, https://docs.discord.com/developers/events/gateway#rate-limiting, and of a large
 * bot one in each bucket. Whoever asks is given the next free moment, by Redis' clock; a process
 * that dies meanwhile has wasted its own moment and holds up nobody longer. With Redis away, the
 * sessions of this JVM are kept apart. Thread-safe.
 */
public final class IdentifyLease {
    private static final Logger log = LoggerFactory.getLogger(IdentifyLease.class);

    private static final Script NEXT =
            Script.of(
                    """
                    local t = redis.call('TIME')
                    local now = t[1] * 1000 + math.floor(t[2] / 1000)
                    local slot = math.max(now, tonumber(redis.call('GET', KEYS[1]) or '0'))
                    local after = slot + tonumber(ARGV[1])
                    redis.call('SET', KEYS[1], string.format('%.0f', after), 'PX', after - now + 1000)
                    return slot - now
                    """);

    /** Spacings are kept in this JVM too, for the moment at which Redis goes away. */
    private static final Map<String, Instant> HERE = new ConcurrentHashMap<>();

    private final Redis redis;
    private final InstantSource clock;

    public IdentifyLease(Redis redis, InstantSource clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /**
     * Sessions that take turns: those of one token and one bucket. Accounts may be named
     * differently in two settings files and be the same bot.
     *
     * @param bot a hash of the token
     */
    public record Bucket(String bot, int number) {
        /** That of a shard, where {@code concurrency} shards may identify at once. */
        public static Bucket of(Secret token, Shard shard, int concurrency) {
            return new Bucket(hash(token.value()), shard.id() % concurrency);
        }

        private String key() {
            return Redis.key("identify", bot, Integer.toString(number));
        }
    }

    /**
     * Returns when this session may identify.
     *
     * @param spacing between two identifies of the bucket, at least
     * @throws InterruptedException when the thread is to end; its moment is wasted
     */
    public void acquire(Bucket bucket, Duration spacing) throws InterruptedException {
        Duration wait = next(bucket, spacing);
        if (wait.isPositive()) {
            log.atDebug()
                    .addKeyValue("bucket", bucket)
                    .addKeyValue("wait", wait)
                    .log("waiting to identify");
            Thread.sleep(wait);
        }
    }

    private Duration next(Bucket bucket, Duration spacing) {
        Duration local = nextHere(bucket, spacing);
        try {
            Object millis =
                    redis.run(
                                    NEXT,
                                    List.of(bucket.key()),
                                    List.of(Long.toString(spacing.toMillis())))
                            .orElse(0L);
            return Duration.ofMillis((Long) millis);
        } catch (JedisException problem) {
            log.atWarn()
                    .addKeyValue("problem", problem.getMessage())
                    .log("redis is away: sessions are kept apart in this process only");
            return local;
        }
    }

    private Duration nextHere(Bucket bucket, Duration spacing) {
        Instant now = clock.instant();
        Instant after =
                HERE.merge(
                        bucket.key(),
                        now.plus(spacing),
                        (before, _) ->
                                before.isAfter(now) ? before.plus(spacing) : now.plus(spacing));
        return Duration.between(now, after.minus(spacing));
    }

    private static String hash(String token) {
        try {
            byte[] all =
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
