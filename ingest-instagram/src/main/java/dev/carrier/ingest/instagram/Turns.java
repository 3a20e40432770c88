package dev.carrier.ingest.instagram;

import dev.carrier.contracts.AccountId;
import java.time.Duration;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/** Of several containers that hear an account one asks at a time. Thread-safe. */
final class Turns {
    private final UnifiedJedis redis;
    private final String container;

    /**
     * @param container tells containers apart
     */
    Turns(UnifiedJedis redis, String container) {
        this.redis = redis;
        this.container = container;
    }

    /**
     * Whether this container asks this time; the next one does when that time is over.
     *
     * @throws JedisException when Redis does not answer
     */
    boolean take(AccountId account, Duration every) {
        String key = Keys.round(account);
        long lasts = Math.max(1, every.toMillis() - every.toMillis() / 10);
        if (redis.set(key, container, SetParams.setParams().nx().px(lasts)) != null) {
            return true;
        }
        // Its own from before: it was restarted, or its last try failed.
        return container.equals(redis.get(key));
    }
}
