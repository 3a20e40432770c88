package dev.carrier.runtime.redis;

import dev.carrier.contracts.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Keeps the sessions of one bot apart, in whatever process they are: Discord allows one identify
 * every 5 seconds, https://docs.discord.com/developers/events/gateway#rate-limiting. Whoever asks
 * is given the next free moment, by Redis' clock; a process that dies meanwhile has wasted its own
 * moment and holds up nobody longer. With Redis away, the sessions of this JVM are kept apart.
 * Thread-safe.
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

    private final Redis redis;
    private final InstantSource clock;
    private final Map<AccountId, Instant> here = new ConcurrentHashMap<>();

    public IdentifyLease(Redis redis, InstantSource clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /**
     * Returns when this session may identify.
     *
     * @param spacing between two identifies of the account, at least
     * @throws InterruptedException when the thread is to end; its moment is wasted
     */
    public void acquire(AccountId account, Duration spacing) throws InterruptedException {
        Duration wait = next(account, spacing);
        if (wait.isPositive()) {
            log.atDebug()
                    .addKeyValue("account", account)
                    .addKeyValue("wait", wait)
                    .log("waiting to identify");
            Thread.sleep(wait);
        }
    }

    private Duration next(AccountId account, Duration spacing) {
        Duration local = nextHere(account, spacing);
        try {
            Object millis =
                    redis.run(
                                    NEXT,
                                    List.of(Redis.key("identify", account.value())),
                                    List.of(Long.toString(spacing.toMillis())))
                            .orElse(0L);
            return Duration.ofMillis((Long) millis);
        } catch (JedisException problem) {
            log.atWarn()
                    .addKeyValue("account", account)
                    .addKeyValue("problem", problem.getMessage())
                    .log("redis is away: sessions are kept apart in this process only");
            return local;
        }
    }

    private Duration nextHere(AccountId account, Duration spacing) {
        Instant now = clock.instant();
        Instant after =
                here.merge(
                        account,
                        now.plus(spacing),
                        (before, _) ->
                                before.isAfter(now) ? before.plus(spacing) : now.plus(spacing));
        return Duration.between(now, after.minus(spacing));
    }
}
