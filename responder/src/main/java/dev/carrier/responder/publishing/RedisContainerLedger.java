package dev.carrier.responder.publishing;

import dev.carrier.contracts.ResponseId;
import dev.carrier.runtime.redis.Redis;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/** In Redis, for as long as a container lives. Without Redis nothing is known. Thread-safe. */
public final class RedisContainerLedger implements ContainerLedger {
    private static final Logger log = LoggerFactory.getLogger(RedisContainerLedger.class);

    /**
     * https://developers.facebook.com/docs/instagram-platform/content-publishing: containers expire
     * after 24 hours.
     */
    private static final Duration A_DAY = Duration.ofHours(24);

    private final UnifiedJedis redis;

    public RedisContainerLedger(UnifiedJedis redis) {
        this.redis = redis;
    }

    @Override
    public Optional<String> made(ResponseId step) {
        try {
            return Optional.ofNullable(redis.get(key(step)));
        } catch (JedisException away) {
            log.atWarn().log("Redis is away: a container may be made twice, which harms nobody");
            return Optional.empty();
        }
    }

    @Override
    public void making(ResponseId step, String container) {
        try {
            redis.set(key(step), container, SetParams.setParams().ex(A_DAY.toSeconds()));
        } catch (JedisException away) {
            log.atWarn().log("Redis is away: a container is not noted");
        }
    }

    private static String key(ResponseId step) {
        return Redis.key("container", "{" + step.value() + "}");
    }
}
