package dev.carrier.ingest.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The events of the last day that Kafka has, in Redis, so that what is asked for after a restart is
 * not written again. What Redis does not take only makes for a second delivery, which the processor
 * drops. Thread-safe.
 */
final class SeenStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SeenStore.class);

    private record Seen(AccountId account, EventId event) {}

    private final UnifiedJedis redis;
    private final Duration kept;
    private final InstantSource clock;
    private final Aside<Seen> aside = new Aside<>("instagram-seen", this::write);

    /**
     * @param kept how long one is remembered
     */
    SeenStore(UnifiedJedis redis, Duration kept, InstantSource clock) {
        this.redis = redis;
        this.kept = kept;
        this.clock = clock;
    }

    void start() {
        aside.start();
    }

    /** Kafka has it; returns at once. */
    void later(AccountId account, EventId event) {
        aside.later(new Seen(account, event));
    }

    /**
     * Kafka has them.
     *
     * @throws JedisException when Redis does not answer
     */
    void now(AccountId account, Collection<EventId> events) {
        if (events.isEmpty()) {
            return;
        }
        double at = clock.instant().toEpochMilli();
        Map<String, Double> scores = new HashMap<>();
        events.forEach(event -> scores.put(event.value(), at));
        String key = Keys.seen(account);
        redis.zadd(key, scores);
        redis.zremrangeByScore(key, 0, at - kept.toMillis());
        redis.expire(key, kept.toSeconds());
    }

    /**
     * Those among them that Kafka has.
     *
     * @throws JedisException when Redis does not answer
     */
    Set<EventId> among(AccountId account, List<EventId> events) {
        if (events.isEmpty()) {
            return Set.of();
        }
        List<Double> scores =
                redis.zmscore(
                        Keys.seen(account),
                        events.stream().map(EventId::value).toArray(String[]::new));
        Set<EventId> seen = new HashSet<>();
        for (int i = 0; i < events.size(); i++) {
            if (scores.get(i) != null) {
                seen.add(events.get(i));
            }
        }
        return seen;
    }

    private void write(List<Seen> some) {
        Map<AccountId, List<EventId>> byAccount = new HashMap<>();
        some.forEach(one ->
                byAccount.computeIfAbsent(one.account(), _ -> new ArrayList<>()).add(one.event()));
        byAccount.forEach(this::quietly);
    }

    private void quietly(AccountId account, List<EventId> events) {
        try {
            now(account, events);
        } catch (JedisException problem) {
            LOG.atDebug()
                    .addKeyValue("why", problem.getMessage())
                    .log("Redis did not take what was heard; some may be found again");
        }
    }

    @Override
    public void close() {
        aside.close();
    }
}
