package dev.carrier.pipeline.provider.limits;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.PersonId;
import dev.carrier.pipeline.provider.limits.Reservation.Cap;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.redis.Script;
import dev.carrier.runtime.settings.LimitSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts in Redis, all limits in one script, so that two instances never both take the last place.
 * Every key of an account has the same hash tag and so lies on one node of a cluster:
 *
 * <ul>
 *   <li>{@code c:1:budget:{ada}:used:2026-11-22}: hash of {@code calls} and {@code micros}
 *   <li>{@code c:1:budget:{ada}:held:2026-11-22}: hash from step to what was reserved, or {@code -}
 *       once it is settled
 *   <li>{@code c:1:budget:{ada}:turns:discord:channel:7} and {@code …:discord:user:9}: turns of a
 *       conversation and of a person, by time
 * </ul>
 *
 * <p>All of them expire by themselves. Exceptions of Redis pass through.
 */
final class RedisCounts implements Counts {
    private static final Script RESERVE =
            Script.of(
                    """
                    local now = tonumber(ARGV[1])
                    if redis.call('HEXISTS', KEYS[2], ARGV[3]) == 1 then return {'granted', '0'} end
                    local function full(key, cap, span)
                      redis.call('ZREMRANGEBYSCORE', key, '-inf', now - span)
                      local card = redis.call('ZCARD', key)
                      if card < cap or redis.call('ZSCORE', key, ARGV[2]) then return nil end
                      if cap <= 0 then return now + span end
                      local last = redis.call('ZRANGE', key, card - cap, card - cap, 'WITHSCORES')
                      return tonumber(last[2]) + span
                    end
                    if ARGV[8] ~= '-' then
                      local free = full(KEYS[3], tonumber(ARGV[8]), tonumber(ARGV[9]))
                      if free then return {'CONVERSATION', string.format('%.0f', free)} end
                      local soonest = nil
                      for i = 4, #KEYS do
                        local after = full(KEYS[i], tonumber(ARGV[10]), tonumber(ARGV[11]))
                        if not after then soonest = nil break end
                        if not soonest or after < soonest then soonest = after end
                      end
                      if soonest then return {'PERSON', string.format('%.0f', soonest)} end
                    end
                    local calls = tonumber(redis.call('HGET', KEYS[1], 'calls') or '0')
                    if calls >= tonumber(ARGV[5]) then return {'CALLS', '0'} end
                    local micros = tonumber(redis.call('HGET', KEYS[1], 'micros') or '0')
                    local price = tonumber(ARGV[4])
                    if price > 0 and micros + price > tonumber(ARGV[6]) then return {'MONEY', '0'} end
                    redis.call('HINCRBY', KEYS[1], 'calls', 1)
                    redis.call('HINCRBY', KEYS[1], 'micros', ARGV[4])
                    redis.call('HSET', KEYS[2], ARGV[3], ARGV[4])
                    redis.call('PEXPIREAT', KEYS[1], ARGV[7])
                    redis.call('PEXPIREAT', KEYS[2], ARGV[7])
                    if ARGV[8] ~= '-' then
                      redis.call('ZADD', KEYS[3], 'NX', now, ARGV[2])
                      redis.call('PEXPIRE', KEYS[3], ARGV[9])
                      for i = 4, #KEYS do
                        redis.call('ZADD', KEYS[i], 'NX', now, ARGV[2])
                        redis.call('PEXPIRE', KEYS[i], ARGV[11])
                      end
                    end
                    return {'granted', '0'}
                    """);

    private static final Script SETTLE =
            Script.of(
                    """
                    local held = redis.call('HGET', KEYS[2], ARGV[1])
                    if not held or held == '-' then return 0 end
                    redis.call('HINCRBY', KEYS[1], 'micros', tonumber(ARGV[2]) - tonumber(held))
                    redis.call('HSET', KEYS[2], ARGV[1], '-')
                    return 1
                    """);

    /** Counts stay readable for a while after their window. */
    private static final long KEPT_MILLIS = 2L * 24 * 60 * 60 * 1000;

    private final Redis redis;

    RedisCounts(Redis redis) {
        this.redis = redis;
    }

    @Override
    public Reservation reserve(Demand demand, Caps caps, Instant now) {
        LimitSettings limits = caps.limits();
        Window window = caps.window(now);
        var keys = new ArrayList<>(windowKeys(demand.account(), window.id()));
        keys.add(key(demand.account(), "turns", demand.in().value()));
        for (PersonId person : caps.counted(demand)) {
            keys.add(key(demand.account(), "turns", person.value()));
        }
        boolean turns = caps.turnsCount(demand);
        List<String> arguments =
                List.of(
                        Long.toString(now.toEpochMilli()),
                        demand.turn().value(),
                        demand.step().value(),
                        Long.toString(demand.micros()),
                        Integer.toString(limits.perCharacter().calls()),
                        Long.toString(caps.mostMicros()),
                        Long.toString(window.end().toEpochMilli() + KEPT_MILLIS),
                        turns ? Integer.toString(limits.perConversation().turns()) : "-",
                        Long.toString(limits.perConversation().every().toMillis()),
                        Integer.toString(limits.perPerson().turns()),
                        Long.toString(limits.perPerson().every().toMillis()));
        List<?> answer = (List<?>) redis.run(RESERVE, keys, arguments).orElseThrow();
        String said = String.valueOf(answer.get(0));
        if (said.equals("granted")) {
            return new Reservation.Granted(demand.account(), demand.step(), window.id(), true);
        }
        long until = Long.parseLong(String.valueOf(answer.get(1)));
        return caps.refused(
                Cap.valueOf(said), until == 0 ? window.end() : Instant.ofEpochMilli(until));
    }

    @Override
    public void settle(Reservation.Granted granted, long micros) {
        redis.run(
                SETTLE,
                windowKeys(granted.account(), granted.window()),
                List.of(granted.step().value(), Long.toString(micros)));
    }

    @Override
    public Spent spent(AccountId account, Window window) {
        Map<String, String> used =
                redis.client().hgetAll(windowKeys(account, window.id()).getFirst());
        return new Spent(number(used, "calls"), number(used, "micros"));
    }

    private static long number(Map<String, String> used, String field) {
        return Optional.ofNullable(used.get(field)).map(Long::parseLong).orElse(0L);
    }

    private static List<String> windowKeys(AccountId account, String window) {
        return List.of(key(account, "used", window), key(account, "held", window));
    }

    private static String key(AccountId account, String what, String of) {
        return Redis.key("budget", "{" + account.value() + "}", what, of);
    }
}
