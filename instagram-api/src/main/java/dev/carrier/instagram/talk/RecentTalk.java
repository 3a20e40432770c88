package dev.carrier.instagram.talk;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.runtime.redis.Redis;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.resps.Tuple;

/**
 * What webhooks told of inboxes within the last hour, in Redis: the ids of the messages and when
 * they were written, and of what the account itself said also its words, as a fingerprint.
 *
 * <p>Instagram lets only the twenty latest messages of a conversation be read, and that twice a
 * second for each account; this needs no call and reaches further back. It is never complete:
 * webhooks come late, and Redis forgets. So what is not here may stand there all the same.
 * Thread-safe; blocks.
 */
public final class RecentTalk {
    private static final Logger LOG = LoggerFactory.getLogger(RecentTalk.class);

    /** Longer than any answer is wanted. */
    static final Duration KEPT = Duration.ofHours(1);

    /** The latest of one inbox; more is no talk but an attack. */
    static final int MOST = 1_000;

    private static final String BY_OTHERS = "-";

    private final UnifiedJedis redis;
    private final InstantSource clock;

    /**
     * @param redis not closed here
     */
    public RecentTalk(UnifiedJedis redis, InstantSource clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /**
     * One message.
     *
     * @param account in whose inbox it is
     * @param person at the other end, by the id that this account sees
     * @param at by Instagram's clock
     * @param words the fingerprint of what the account itself said; empty for what the person wrote
     */
    public record Line(
            AccountId account,
            String person,
            EventId message,
            Instant at,
            Optional<String> words) {}

    /**
     * Webhooks told of them, in any order, perhaps not for the first time.
     *
     * @throws JedisException when Redis does not answer
     */
    public void told(Collection<Line> lines) {
        Map<String, Map<String, Double>> byInbox = new HashMap<>();
        for (Line line : lines) {
            byInbox.computeIfAbsent(key(line.account(), line.person()), _ -> new HashMap<>())
                    .put(member(line), (double) line.at().toEpochMilli());
        }
        double oldest = clock.instant().minus(KEPT).toEpochMilli();
        try (AbstractPipeline together = redis.pipelined()) {
            byInbox.forEach((key, scores) -> {
                together.zadd(key, scores);
                together.zremrangeByScore(key, 0, oldest);
                together.zremrangeByRank(key, 0, -MOST - 1L);
                together.expire(key, KEPT.toSeconds());
            });
            together.sync();
        }
    }

    /**
     * What the account itself said to a person from a message of the inbox on, oldest first. Empty
     * where nothing is known of that message, or Redis is away.
     *
     * @param person by the id that this account sees
     */
    public List<Line> saidAfter(AccountId account, String person, EventId message) {
        try {
            List<Line> all =
                    redis.zrangeWithScores(key(account, person), 0, -1).stream()
                            .map(one -> line(account, person, one))
                            .toList();
            return all.stream()
                    .filter(line -> line.message().equals(message))
                    .findFirst()
                    .map(from ->
                            all.stream()
                                    .filter(line -> line.words().isPresent())
                                    .filter(line -> !line.at().isBefore(from.at()))
                                    .sorted(Comparator.comparing(Line::at))
                                    .toList())
                    .orElseGet(List::of);
        } catch (JedisException away) {
            LOG.atWarn()
                    .addKeyValue("problem", away.getClass().getSimpleName())
                    .log("Redis is away: the conversation is read instead");
            return List.of();
        }
    }

    private static String member(Line line) {
        return line.words().orElse(BY_OTHERS) + " " + line.message();
    }

    private static Line line(AccountId account, String person, Tuple one) {
        String member = one.getElement();
        int space = member.indexOf(' ');
        return new Line(
                account,
                person,
                new EventId(member.substring(space + 1)),
                Instant.ofEpochMilli((long) one.getScore()),
                Optional.of(member.substring(0, space)).filter(it -> !it.equals(BY_OTHERS)));
    }

    private static String key(AccountId account, String person) {
        return Redis.key("instagram", "{" + account + "}", "talk", person);
    }
}
