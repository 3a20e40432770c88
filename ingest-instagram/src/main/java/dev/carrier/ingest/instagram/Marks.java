package dev.carrier.ingest.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Unreadable;
import dev.carrier.runtime.kafka.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * Up to which time everything that can be asked for is in Kafka: one mark for the comments of a
 * post, one for each conversation, and since when the account is heard at all. Only asking moves a
 * mark: that a webhook brought something says nothing about what came before. In Redis;
 * thread-safe.
 */
final class Marks {
    private static final int REMEMBERED = 2_000;

    private final UnifiedJedis redis;
    private final TopicReader topics;
    private final SeenStore seen;
    private final Duration within;
    private final InstantSource clock;

    /**
     * @param within how far back anything is asked for; marks that are older say nothing
     */
    Marks(
            UnifiedJedis redis,
            TopicReader topics,
            SeenStore seen,
            Duration within,
            InstantSource clock) {
        this.redis = redis;
        this.topics = topics;
        this.seen = seen;
        this.within = within;
        this.clock = clock;
    }

    /**
     * Since when an account is heard. On a first install that is now, and nothing from before is
     * answered. Where Redis has forgotten, what is in Kafka is learnt anew, and asked is as far
     * back as it ever is.
     *
     * @throws JedisException when Redis does not answer
     * @throws dev.carrier.runtime.SetupProblem when Kafka does not
     */
    Instant since(AccountId account) {
        String key = Keys.since(account);
        Optional<String> known = Optional.ofNullable(redis.get(key));
        if (known.isPresent()) {
            return Instant.ofEpochMilli(Long.parseLong(known.get()));
        }
        List<EventId> before = published(account);
        Instant now = clock.instant();
        Instant since = before.isEmpty() ? now : now.minus(within);
        seen.now(account, before);
        redis.set(key, Long.toString(since.toEpochMilli()), SetParams.setParams().nx());
        return Instant.ofEpochMilli(Long.parseLong(redis.get(key)));
    }

    /**
     * All marks of an account, by what is asked about.
     *
     * @throws JedisException when Redis does not answer
     */
    Map<String, Instant> all(AccountId account) {
        return redis.hgetAll(Keys.marks(account)).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                mark -> Instant.ofEpochMilli(Long.parseLong(mark.getValue()))));
    }

    /**
     * Moves one.
     *
     * @throws JedisException when Redis does not answer
     */
    void move(AccountId account, String what, Instant mark) {
        redis.hset(Keys.marks(account), what, Long.toString(mark.toEpochMilli()));
    }

    /**
     * Forgets those that say nothing any more, when there are many.
     *
     * @throws JedisException when Redis does not answer
     */
    void tidy(AccountId account, Map<String, Instant> marks) {
        if (marks.size() <= REMEMBERED) {
            return;
        }
        Instant oldest = clock.instant().minus(within);
        String[] old =
                marks.entrySet().stream()
                        .filter(mark -> mark.getValue().isBefore(oldest))
                        .map(Map.Entry::getKey)
                        .toArray(String[]::new);
        if (old.length > 0) {
            redis.hdel(Keys.marks(account), old);
        }
    }

    private List<EventId> published(AccountId account) {
        List<EventId> found = new ArrayList<>();
        try (var all = topics.all(Topics.EVENTS)) {
            all.forEach(record -> said(record, account).ifPresent(found::add));
        }
        return found;
    }

    private static Optional<EventId> said(
            ConsumerRecord<byte[], byte[]> record, AccountId account) {
        try {
            return Json.read(Topics.EVENTS, record.value()) instanceof Event.Said said
                            && said.in().platform().equals(Names.PLATFORM)
                            && said.heardBy().stream()
                                    .map(Hearing::account)
                                    .anyMatch(account::equals)
                    ? Optional.of(said.id())
                    : Optional.empty();
        } catch (Unreadable foreign) {
            return Optional.empty();
        }
    }
}
