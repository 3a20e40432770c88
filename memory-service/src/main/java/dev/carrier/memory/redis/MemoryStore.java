package dev.carrier.memory.redis;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.PersonId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.params.ZRangeParams;

/**
 * The talk of a conversation as one account remembers it. Every write may be repeated: it is keyed
 * by the event. Thread-safe; Redis' exceptions pass through.
 */
public final class MemoryStore {
    private static final Duration A_DELETION_OVERTAKES = Duration.ofDays(1);

    private final UnifiedJedis redis;
    private final Duration keep;
    private final InstantSource clock;

    /**
     * @param keep how long talk stays after it was said
     */
    public MemoryStore(UnifiedJedis redis, Duration keep, InstantSource clock) {
        this.redis = redis;
        this.keep = keep;
        this.clock = clock;
    }

    /** Remembers a line, unless it is deleted, its author forgotten since, or it is too old. */
    public void remember(AccountId account, ConversationId in, Line line) {
        if (line.at().isBefore(clock.instant().minus(keep)) || isUnwanted(line)) {
            return;
        }
        String log = MemoryKeys.log(account, in);
        String lines = MemoryKeys.lines(account, in);
        trim(log, lines, written(log, lines, account + "|" + in, line));
    }

    /**
     * Sent together: every line of every conversation comes by here, and would wait six times.
     *
     * @return the lines that are too old by now
     */
    private List<String> written(String log, String lines, String talk, Line line) {
        String id = line.id().value();
        try (AbstractPipeline together = redis.pipelined()) {
            List<Response<Long>> done =
                    List.of(
                            together.sadd(MemoryKeys.logsOf(line.by()), talk),
                            together.hset(lines, id, text(Json.canonical(line))),
                            together.zadd(log, (double) line.at().toEpochMilli(), id),
                            together.expire(log, keep.toSeconds()),
                            together.expire(lines, keep.toSeconds()));
            Response<List<String>> past = together.zrange(log, tooOld());
            together.sync();
            // What Redis refused is thrown only to who looks at it.
            done.forEach(Response::get);
            return past.get();
        }
    }

    /** Deleted, or said before its author was forgotten. */
    private boolean isUnwanted(Line line) {
        try (AbstractPipeline together = redis.pipelined()) {
            Response<Boolean> gone = together.exists(MemoryKeys.gone(line.id()));
            Response<String> forgotten = together.get(MemoryKeys.forgotten(line.by()));
            together.sync();
            return gone.get()
                    || Optional.ofNullable(forgotten.get())
                            .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)))
                            .filter(until -> !line.at().isAfter(until))
                            .isPresent();
        }
    }

    /** Notes how far the account's memory of a conversation has come. */
    public void reached(AccountId account, ConversationId in, EventId event) {
        redis.set(
                MemoryKeys.highWater(account, in),
                event.value(),
                SetParams.setParams().ex(keep.toSeconds()));
    }

    /** How far it has come; empty when it has taken in nothing. */
    public Optional<EventId> reached(AccountId account, ConversationId in) {
        return Optional.ofNullable(redis.get(MemoryKeys.highWater(account, in))).map(EventId::new);
    }

    /** A line's text is now another; nothing happens when it is not remembered. */
    public void correct(AccountId account, ConversationId in, EventId target, String text) {
        line(account, in, target)
                .map(line ->
                        new Line(
                                line.id(),
                                line.at(),
                                line.by(),
                                line.name(),
                                line.kind(),
                                line.account(),
                                text,
                                line.replyTo()))
                .ifPresent(line ->
                        redis.hset(
                                MemoryKeys.lines(account, in),
                                target.value(),
                                text(Json.canonical(line))));
    }

    /** A message is gone, also one that has not been remembered yet. */
    public void delete(AccountId account, ConversationId in, EventId target) {
        redis.set(
                MemoryKeys.gone(target),
                "1",
                SetParams.setParams().ex(A_DELETION_OVERTAKES.toSeconds()));
        remove(account, in, List.of(target.value()));
    }

    /**
     * The last lines before a time, oldest first.
     *
     * @param before lines at or after this are left out
     * @param limit at most so many
     */
    public List<Line> before(AccountId account, ConversationId in, Instant before, int limit) {
        List<String> newestFirst =
                redis.zrange(
                        MemoryKeys.log(account, in),
                        ZRangeParams.zrangeByScoreParams((double) before.toEpochMilli() - 1, 0)
                                .rev()
                                .limit(0, limit));
        if (newestFirst.isEmpty()) {
            return List.of();
        }
        List<String> oldestFirst = new ArrayList<>(newestFirst.reversed());
        return redis
                .hmget(MemoryKeys.lines(account, in), oldestFirst.toArray(String[]::new))
                .stream()
                .filter(Objects::nonNull)
                .map(MemoryStore::line)
                .toList();
    }

    /** The time of a remembered message; empty when it is not remembered. */
    public Optional<Instant> timeOf(AccountId account, ConversationId in, EventId event) {
        return Optional.ofNullable(redis.zscore(MemoryKeys.log(account, in), event.value()))
                .map(score -> Instant.ofEpochMilli(score.longValue()));
    }

    /**
     * Forgets what a person wrote until now, in every conversation and for every account, and what
     * is read again from the topics later.
     */
    public void forget(PersonId person, Instant until) {
        redis.set(
                MemoryKeys.forgotten(person),
                Long.toString(until.toEpochMilli()),
                SetParams.setParams().ex(keep.toSeconds()));
        for (String log : redis.smembers(MemoryKeys.logsOf(person))) {
            String[] parts = log.split("\\|", 2);
            var account = new AccountId(parts[0]);
            var in = new ConversationId(parts[1]);
            List<String> theirs =
                    redis.hgetAll(MemoryKeys.lines(account, in)).values().stream()
                            .map(MemoryStore::line)
                            .filter(line -> line.by().equals(person) && !line.at().isAfter(until))
                            .map(line -> line.id().value())
                            .toList();
            remove(account, in, theirs);
        }
        for (String account : redis.smembers(MemoryKeys.knownBy(person))) {
            redis.del(MemoryKeys.facts(new AccountId(account), person));
        }
        redis.del(MemoryKeys.knownBy(person));
    }

    private Optional<Line> line(AccountId account, ConversationId in, EventId event) {
        return Optional.ofNullable(redis.hget(MemoryKeys.lines(account, in), event.value()))
                .map(MemoryStore::line);
    }

    private void remove(AccountId account, ConversationId in, List<String> events) {
        if (!events.isEmpty()) {
            String[] ids = events.toArray(String[]::new);
            redis.zrem(MemoryKeys.log(account, in), ids);
            redis.hdel(MemoryKeys.lines(account, in), ids);
        }
    }

    private ZRangeParams tooOld() {
        long oldest = clock.instant().minus(keep).toEpochMilli();
        return ZRangeParams.zrangeByScoreParams(0, (double) oldest - 1);
    }

    private void trim(String log, String lines, List<String> past) {
        if (!past.isEmpty()) {
            String[] ids = past.toArray(String[]::new);
            redis.hdel(lines, ids);
            redis.zrem(log, ids);
        }
    }

    private static Line line(String json) {
        return Json.plain(Line.class, Json.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
