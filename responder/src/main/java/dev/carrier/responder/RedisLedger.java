package dev.carrier.responder;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * The send ledger in Redis: {@code c:1:sent:{response}}, {@code c:1:refused:{turn}:millis} and
 * {@code c:1:putback:{turn}:millis}, where the time is that of the decision: what a turn thinks
 * again is another answer, and {@code c:1:stands:account:message}.
 */
public final class RedisLedger implements SendLedger {
    private static final Logger log = LoggerFactory.getLogger(RedisLedger.class);
    private static final String BEGUN = "begun";

    /** Longer than any answer is wanted. */
    private static final Duration PUT_BACK = Duration.ofHours(1);

    private final UnifiedJedis redis;

    public RedisLedger(UnifiedJedis redis) {
        this.redis = redis;
    }

    @Override
    public Entry begin(ResponseId response) {
        try {
            String before = redis.setGet(key(response), BEGUN, once());
            if (before == null) {
                return new Entry.First();
            }
            return before.equals(BEGUN)
                    ? new Entry.Perhaps()
                    : new Entry.Done(
                            Json.plain(
                                    Spoken.Sent.class,
                                    Json.parse(before.getBytes(StandardCharsets.UTF_8))));
        } catch (JedisException | Unreadable problem) {
            away(problem);
            return new Entry.Perhaps();
        }
    }

    @Override
    public void sent(ResponseId response, Spoken.Sent sent) {
        try {
            redis.set(
                    key(response),
                    new String(Json.canonical(sent), StandardCharsets.UTF_8),
                    SetParams.setParams().ex(KEPT.toSeconds()));
        } catch (JedisException problem) {
            away(problem);
        }
    }

    @Override
    public void refused(Response.Say part, String why) {
        try {
            redis.set(refusedKey(part), why, SetParams.setParams().ex(KEPT.toSeconds()));
        } catch (JedisException problem) {
            away(problem);
        }
    }

    @Override
    public Optional<String> refusal(Response.Say part) {
        try {
            return Optional.ofNullable(redis.get(refusedKey(part)));
        } catch (JedisException problem) {
            away(problem);
            return Optional.empty();
        }
    }

    @Override
    public void putBack(Response.Say part) {
        try {
            // The first that was put back is the one for which the others wait.
            redis.set(
                    putBackKey(part),
                    Integer.toString(part.part()),
                    SetParams.setParams().nx().ex(PUT_BACK.toSeconds()));
        } catch (JedisException problem) {
            away(problem);
        }
    }

    @Override
    public boolean waits(Response.Say part) {
        try {
            return Optional.ofNullable(redis.get(putBackKey(part)))
                    .filter(first -> Integer.parseInt(first) < part.part())
                    .isPresent();
        } catch (JedisException problem) {
            away(problem);
            return false;
        }
    }

    @Override
    public void settled(Response.Say part) {
        try {
            redis.del(putBackKey(part));
        } catch (JedisException problem) {
            away(problem);
        }
    }

    @Override
    public void stands(AccountId account, String message, ResponseId response) {
        try {
            redis.set(
                    messageKey(account, message),
                    response.value(),
                    SetParams.setParams().ex(KEPT.toSeconds()));
        } catch (JedisException problem) {
            away(problem);
        }
    }

    @Override
    public Optional<ResponseId> standsFor(AccountId account, String message) {
        try {
            return Optional.ofNullable(redis.get(messageKey(account, message)))
                    .map(ResponseId::new);
        } catch (JedisException problem) {
            away(problem);
            return Optional.empty();
        }
    }

    private static SetParams once() {
        return SetParams.setParams().nx().ex(KEPT.toSeconds());
    }

    private static String key(ResponseId response) {
        return "c:1:sent:{" + response + "}";
    }

    private static String refusedKey(Response.Say part) {
        return "c:1:refused:{" + part.turn() + "}:" + part.decidedAt().toEpochMilli();
    }

    private static String putBackKey(Response.Say part) {
        return "c:1:putback:{" + part.turn() + "}:" + part.decidedAt().toEpochMilli();
    }

    private static String messageKey(AccountId account, String message) {
        return "c:1:stands:" + account + ":" + message;
    }

    private static void away(RuntimeException problem) {
        log.atWarn()
                .addKeyValue("problem", problem.getClass().getSimpleName())
                .log("send ledger out of reach: the channel is read instead");
    }
}
