package dev.carrier.pipeline.provider.limits;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Step;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.settings.LimitSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Limits of turns, calls and money. A call is reserved before it is made and settled after it; both
 * are done once for a step, however often they are asked for. While Redis is out of reach calls go
 * on, counted by this process alone (docs/decisions/0006-limits-without-redis.md). Thread-safe.
 */
public final class Limits {
    private static final Logger log = LoggerFactory.getLogger(Limits.class);

    /** Redis that did not answer is left alone for this long: waiting for it costs each call. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

    private final Supplier<LimitSettings> limits;
    private final ZoneId zone;
    private final Counts shared;
    private final Counts own = new LocalCounts();
    private final InstantSource clock;
    private final AtomicReference<Instant> awayUntil = new AtomicReference<>(Instant.MIN);

    /**
     * @param limits those that hold now; asked for each call
     * @param zone whose days are counted
     */
    public Limits(Supplier<LimitSettings> limits, ZoneId zone, Redis redis, InstantSource clock) {
        this.limits = limits;
        this.zone = zone;
        this.shared = new RedisCounts(redis);
        this.clock = clock;
    }

    /**
     * Asks for the call of a step.
     *
     * @param micros what it will cost at most, about, in millionths of the currency
     */
    public Reservation reserve(Step.Think step, long micros) {
        Instant now = clock.instant();
        Demand demand = Demand.of(step, micros);
        Caps caps = caps();
        if (now.isBefore(awayUntil.get())) {
            return own.reserve(demand, caps, now);
        }
        try {
            return shared.reserve(demand, caps, now);
        } catch (JedisException problem) {
            away(now, problem);
            return own.reserve(demand, caps, now);
        }
    }

    /**
     * Replaces what was reserved by what the call did cost.
     *
     * @param micros 0 when nothing was bought
     */
    public void settle(Reservation.Granted granted, long micros) {
        try {
            (granted.shared() ? shared : own).settle(granted, micros);
        } catch (JedisException problem) {
            // What was reserved then stays counted until its window ends: rather too much.
            away(clock.instant(), problem);
        }
    }

    /**
     * What a character has used in the running window, for people to read.
     *
     * @param money in the currency of the prices
     * @param most how much it may be
     */
    public record Used(long calls, BigDecimal money, BigDecimal most) {}

    /**
     * What an account has used until now.
     *
     * @throws JedisException when Redis is out of reach
     */
    public Used used(AccountId account) {
        Caps caps = caps();
        Counts.Spent spent = shared.spent(account, caps.window(clock.instant()));
        return new Used(
                spent.calls(),
                BigDecimal.valueOf(spent.micros(), 6),
                caps.limits().perCharacter().money());
    }

    private Caps caps() {
        return new Caps(limits.get(), zone);
    }

    private void away(Instant now, JedisException problem) {
        awayUntil.set(now.plus(LEFT_ALONE));
        log.atWarn()
                .addKeyValue("problem", problem.getClass().getSimpleName())
                .log("limits cannot be counted in Redis, this process counts on its own");
    }
}
