package dev.carrier.ingest.discord;

import dev.carrier.runtime.gateway.Shard;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * Who hears a shard: {@code c:1:shard:{ada}:1/4} is the name of a container, and is gone when that
 * one has not renewed it for a while. Two that hear the same harm nobody but waste session starts,
 * so this is no lock: with Redis away everybody hears. Thread-safe.
 */
final class ShardClaim {
    private static final Logger LOG = LoggerFactory.getLogger(ShardClaim.class);

    /** A container that does not renew its claim for so long is taken for gone. */
    static final Duration HELD_FOR = Duration.ofSeconds(20);

    private final UnifiedJedis redis;
    private final Shard shard;
    private final String me;
    private final Object order = new Object();
    private boolean over;

    /**
     * @param me the container's name; one that is started again under the same name goes on at once
     */
    ShardClaim(UnifiedJedis redis, Shard shard, String me) {
        this.redis = redis;
        this.shard = shard;
        this.me = me;
    }

    /** Claims the shard, or renews that; may block. Gives who has it, when somebody else has. */
    Optional<String> renew() {
        synchronized (order) {
            if (over) {
                return Optional.empty();
            }
            try {
                var fresh = SetParams.setParams().px(HELD_FOR.toMillis());
                if (redis.set(key(shard.id()), me, fresh.nx()) != null) {
                    return Optional.empty();
                }
                var holder = Optional.ofNullable(redis.get(key(shard.id())));
                if (holder.filter(it -> !it.equals(me)).isPresent()) {
                    return holder;
                }
                redis.set(key(shard.id()), me, SetParams.setParams().px(HELD_FOR.toMillis()));
            } catch (JedisException problem) {
                LOG.atDebug()
                        .addKeyValue("account", shard)
                        .addKeyValue("why", problem.getMessage())
                        .log("Redis does not say who hears a shard");
            }
            return Optional.empty();
        }
    }

    /** The shards of the account that nobody hears; may block. None when Redis does not say. */
    List<Integer> unheard() {
        try {
            var keys = IntStream.range(0, shard.total()).mapToObj(this::key).toArray(String[]::new);
            var holders = redis.mget(keys);
            return IntStream.range(0, shard.total())
                    .filter(id -> id != shard.id() && holders.get(id) == null)
                    .boxed()
                    .toList();
        } catch (JedisException problem) {
            return List.of();
        }
    }

    /** Another may have it at once. */
    void release() {
        synchronized (order) {
            over = true;
            try {
                if (me.equals(redis.get(key(shard.id())))) {
                    redis.del(key(shard.id()));
                }
            } catch (JedisException problem) {
                LOG.atDebug().addKeyValue("why", problem.getMessage()).log("not released");
            }
        }
    }

    /** In one slot of a cluster, so that all can be asked at once. */
    private String key(int id) {
        return "c:1:shard:{" + shard.account() + "}:" + id + "/" + shard.total();
    }
}
