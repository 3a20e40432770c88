package dev.carrier.instagram.pace;

import dev.carrier.instagram.error.GraphError;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.redis.Script;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * The pace of one account, shared in Redis by all processes that call for it, by Redis' clock: its
 * pauses ({@code …:pause:api}, {@code …:pause:messaging}), the use that was last seen ({@code
 * …:use}) and its next turn in each lane ({@code …:turn:SEND}). All keys go away by themselves.
 * Without Redis this process goes on with what it knows. Thread-safe.
 */
public final class SharedPace implements Pace {
    private static final Logger log = LoggerFactory.getLogger(SharedPace.class);

    private static final Script BEFORE =
            Script.of(
                    """
                    local pause = math.max(0, redis.call('PTTL', KEYS[1]))
                    local use = redis.call('GET', KEYS[2]) or '0'
                    local seen = math.max(0, redis.call('PTTL', KEYS[2]))
                    local interval = tonumber(ARGV[1])
                    if interval == 0 then return {pause, use, seen, 0, 1} end
                    local t = redis.call('TIME')
                    local now = t[1] * 1000 + math.floor(t[2] / 1000)
                    local slot = math.max(now, tonumber(redis.call('GET', KEYS[3]) or '0'))
                    local turn = math.max(0, slot - now - tonumber(ARGV[2]))
                    if pause > 0 or turn > tonumber(ARGV[3]) then
                      return {pause, use, seen, turn, 0}
                    end
                    local after = slot + interval
                    redis.call('SET', KEYS[3], string.format('%.0f', after), 'PX', after - now + 1000)
                    return {pause, use, seen, turn, 1}
                    """);

    /** A later end of a pause is not replaced by an earlier one. */
    private static final Script PAUSE =
            Script.of(
                    """
                    if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[1]) then
                      redis.call('SET', KEYS[1], '1', 'PX', ARGV[1])
                    end
                    """);

    private final Redis redis;
    private final String account;
    private final HerePace here;

    /** The use that others go by, as this process last saw or told it. */
    private volatile int shownPercent;

    private volatile double seenPercent = Double.NaN;

    /**
     * @param account the same in all processes: the account's id at Instagram
     */
    public SharedPace(Redis redis, String account, InstantSource clock) {
        this.redis = redis;
        this.account = account;
        this.here = new HerePace(clock);
    }

    @Override
    public Gate before(Lane lane, Urgency urgency, Duration patience) {
        Standing own = here.before(lane, patience);
        Optional<Standing> shared = shared(lane, patience);
        shared.ifPresent(standing -> shownPercent = standing.percent());
        shared.filter(standing -> standing.percent() > 0)
                .ifPresent(standing -> seenPercent = standing.percent());
        return Manners.gate(shared.orElse(own), lane, urgency, patience);
    }

    @Override
    public void after(Lane lane, Usage usage, Optional<GraphError> error) {
        usage.percent().ifPresent(now -> here.uses(now, Manners.believed(usage)));
        usage.percent().ifPresent(now -> seenPercent = now);
        Optional<Duration> pause = Manners.pause(lane, usage, error);
        pause.ifPresent(howLong -> here.pause(lane, howLong));
        // A use that slows nobody down need not be told, unless it takes back what was.
        boolean tell =
                usage.percent()
                        .filter(it -> it >= Manners.SLOW || shownPercent >= Manners.SLOW)
                        .isPresent();
        if (!tell && pause.isEmpty()) {
            return;
        }
        try {
            if (tell) {
                shownPercent = usage.percent().orElse(0);
                redis.client()
                        .set(
                                key("use"),
                                Integer.toString(shownPercent),
                                SetParams.setParams().px(Manners.believed(usage).toMillis()));
            }
            pause.ifPresent(howLong ->
                    redis.run(
                            PAUSE,
                            List.of(key("pause", lane.area())),
                            List.of(Long.toString(howLong.toMillis()))));
        } catch (JedisException problem) {
            away(problem);
        }
    }

    /**
     * How much of what it may the account has used, of 1, as it was last seen by any process; NaN
     * before that.
     */
    public double used() {
        return seenPercent / 100;
    }

    private Optional<Standing> shared(Lane lane, Duration patience) {
        long interval = lane.interval().toMillis();
        try {
            return redis.run(
                            BEFORE,
                            List.of(
                                    key("pause", lane.area()),
                                    key("use"),
                                    key("turn", lane.name())),
                            List.of(
                                    Long.toString(interval),
                                    Long.toString(interval * (lane.atOnce() - 1L)),
                                    Long.toString(patience.toMillis())))
                    .map(answer -> standing((List<?>) answer));
        } catch (JedisException problem) {
            away(problem);
            return Optional.empty();
        }
    }

    private static Standing standing(List<?> answer) {
        return new Standing(
                Duration.ofMillis(number(answer.get(0))),
                (int) number(answer.get(1)),
                Duration.ofMillis(number(answer.get(2))),
                Duration.ofMillis(number(answer.get(3))),
                number(answer.get(4)) == 1);
    }

    private static long number(Object value) {
        return Long.parseLong(value.toString());
    }

    private String key(String... what) {
        // One account's keys are in one slot of a Redis cluster.
        return Redis.key("instagram", "{" + account + "}", String.join(":", what));
    }

    private static void away(JedisException problem) {
        log.atWarn()
                .addKeyValue("problem", problem.getMessage())
                .log("redis is away: the pace of an account is kept in this process only");
    }
}
