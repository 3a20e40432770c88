package dev.carrier.ingest.discord;

import dev.carrier.runtime.gateway.Shard;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * One account's cursors in Redis: a hash {@code c:1:cursor:{ada}} from channel to the id of the
 * message up to which everything is in Kafka, and {@code c:1:cursor:{ada}:dm} from DM channel to
 * the person at its other end, because Discord does not list an account's DMs. Thread-safe.
 */
final class Cursors {
    private static final Logger LOG = LoggerFactory.getLogger(Cursors.class);

    private final UnifiedJedis redis;
    private final Shard shard;
    private final String key;
    private final String partners;

    Cursors(UnifiedJedis redis, Shard shard) {
        this.redis = redis;
        this.shard = shard;
        this.key = "c:1:cursor:{" + shard.account() + "}";
        this.partners = key + ":dm";
    }

    /**
     * What Redis knows.
     *
     * @throws JedisException when it does not answer
     */
    Known load() {
        var fields = redis.hgetAll(key);
        boolean whole = Installed.has(fields.keySet(), shard);
        var channels = new HashMap<Long, Long>();
        fields.forEach((channel, mark) -> {
            if (!Installed.isField(channel)) {
                channels.put(Long.valueOf(channel), Long.valueOf(mark));
            }
        });
        var dms = new HashMap<Long, Long>();
        redis.hgetAll(partners)
                .forEach((dm, person) -> dms.put(Long.valueOf(dm), Long.valueOf(person)));
        return new Known(whole, channels, dms);
    }

    /**
     * Writes all cursors and says that they are whole.
     *
     * @param known those of this shard
     * @param others those that may be another shard's, which moves them itself: written only where
     *     there is none
     * @throws JedisException when Redis does not answer
     */
    void saveAll(Known known, Map<Long, Long> others) {
        others.forEach((channel, mark) -> redis.hsetnx(key, channel + "", mark + ""));
        var fields = new HashMap<String, String>();
        known.channels().forEach((channel, mark) -> fields.put(channel + "", mark + ""));
        fields.put(Installed.field(shard), "1");
        redis.hset(key, fields);
        var dms = new HashMap<String, String>();
        known.partners().forEach((dm, person) -> dms.put(dm + "", person + ""));
        if (!dms.isEmpty()) {
            redis.hset(partners, dms);
        }
    }

    /**
     * Moves one cursor. Redis being away is no reason to stop listening: an old cursor only means
     * that some messages are fetched twice.
     */
    void save(long channel, long mark) {
        quietly(() -> redis.hset(key, channel + "", mark + ""));
    }

    /**
     * Remembers who is at the other end of a DM.
     *
     * @return whether Redis took it
     */
    boolean savePartner(long dm, long person) {
        return quietly(() -> redis.hset(partners, dm + "", person + ""));
    }

    /** Forgets a channel that is gone. */
    void forget(long channel) {
        quietly(() -> redis.hdel(key, channel + ""));
    }

    private boolean quietly(Runnable write) {
        try {
            write.run();
            return true;
        } catch (JedisException problem) {
            LOG.atWarn()
                    .addKeyValue("key", key)
                    .addKeyValue("why", problem.getMessage())
                    .log("Redis did not take a cursor; messages may be fetched again");
            return false;
        }
    }

    /**
     * Cursors of an account.
     *
     * @param whole false when they were never all written, or were lost
     * @param channels from channel to message
     * @param partners from DM channel to person
     */
    record Known(boolean whole, Map<Long, Long> channels, Map<Long, Long> partners) {
        Known {
            channels = Map.copyOf(channels);
            partners = Map.copyOf(partners);
        }

        /** Both together; where both know a channel, the message that is further on. */
        Known with(Known other, boolean nowWhole) {
            var merged = new HashMap<>(channels);
            other.channels.forEach((channel, mark) -> merged.merge(channel, mark, Math::max));
            var dms = new HashMap<>(partners);
            dms.putAll(other.partners);
            return new Known(nowWhole, merged, dms);
        }

        boolean isEmpty() {
            return channels.isEmpty();
        }
    }
}
