package dev.carrier.ingest.discord;

import dev.carrier.runtime.gateway.Shard;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Servers of the application's owner that other shards have: DMs come to the first shard, whose
 * session knows none of them, and whoever writes one may be a member there. Each shard says in
 * Redis, {@code c:1:owned:{ada}}, which are its own. Thread-safe.
 */
final class OwnedElsewhere {
    private static final Logger LOG = LoggerFactory.getLogger(OwnedElsewhere.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);
    private static final Duration MEMBER_FOR = Duration.ofMinutes(10);
    private static final int AT_MOST = 10_000;

    private final UnifiedJedis redis;
    private final Shard shard;
    private final Supplier<JDA> discord;
    private final InstantSource clock;
    private final String key;
    private final Map<Long, Instant> members = new ConcurrentHashMap<>();
    private volatile Set<Long> elsewhere = Set.of();
    private volatile Instant looked = Instant.EPOCH;
    private volatile Set<Long> told = Set.of(-1L);

    OwnedElsewhere(UnifiedJedis redis, Shard shard, Supplier<JDA> discord, InstantSource clock) {
        this.redis = redis;
        this.shard = shard;
        this.discord = discord;
        this.clock = clock;
        this.key = "c:1:owned:{" + shard.account() + "}";
    }

    /** Says which are this shard's own, if that has changed; may block. */
    void tell(Set<Long> owned) {
        if (shard.isOnly() || owned.equals(told)) {
            return;
        }
        try {
            var gone = new HashSet<String>();
            redis.hkeys(key).stream()
                    .filter(id -> shard.covers(Long.parseLong(id)))
                    .filter(id -> !owned.contains(Long.valueOf(id)))
                    .forEach(gone::add);
            if (!gone.isEmpty()) {
                redis.hdel(key, gone.toArray(String[]::new));
            }
            if (!owned.isEmpty()) {
                var fields = new HashMap<String, String>();
                owned.forEach(id -> fields.put(Long.toString(id), "1"));
                redis.hset(key, fields);
            }
            told = Set.copyOf(owned);
        } catch (JedisException problem) {
            say(problem);
        }
    }

    /** Whether the person is a member of a server of the owner that another shard has. */
    boolean hasMember(long person) throws InterruptedException {
        var now = clock.instant();
        var until = members.get(person);
        if (until != null && now.isBefore(until)) {
            return true;
        }
        for (long guild : elsewhere(now)) {
            if (Asking.patiently("member", () -> member(guild, person)).isPresent()) {
                if (members.size() >= AT_MOST) {
                    members.clear();
                }
                members.put(person, now.plus(MEMBER_FOR));
                return true;
            }
        }
        return false;
    }

    /** Without the server in its cache JDA has no method for it. */
    private RestAction<Boolean> member(long guild, long person) {
        return new RestActionImpl<>(
                discord.get(),
                Route.Guilds.GET_MEMBER.compile(Long.toString(guild), Long.toString(person)),
                (_, _) -> true);
    }

    private Set<Long> elsewhere(Instant now) {
        if (!shard.isOnly() && Duration.between(looked, now).compareTo(LOOK_AGAIN) > 0) {
            try {
                elsewhere = Set.copyOf(others(redis.hkeys(key)));
                looked = now;
            } catch (JedisException problem) {
                say(problem);
            }
        }
        return elsewhere;
    }

    private List<Long> others(Set<String> ids) {
        return ids.stream().map(Long::valueOf).filter(id -> !shard.covers(id)).toList();
    }

    private void say(JedisException problem) {
        LOG.atWarn()
                .addKeyValue("account", shard)
                .addKeyValue("why", problem.getMessage())
                .log("Redis does not say which servers are the owner's");
    }
}
