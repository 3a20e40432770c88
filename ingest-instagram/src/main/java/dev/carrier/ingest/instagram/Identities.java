package dev.carrier.ingest.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.instagram.Me;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Learns who accounts are, and remembers it in Redis: webhooks of an account are taken although
 * Instagram does not answer when we start. Thread-safe.
 */
final class Identities {
    private static final Logger LOG = LoggerFactory.getLogger(Identities.class);

    private final UnifiedJedis redis;
    private final Registry registry;
    private final Map<AccountId, Me> known = new ConcurrentHashMap<>();

    Identities(UnifiedJedis redis, Registry registry) {
        this.redis = redis;
        this.registry = registry;
    }

    /** Who an account was when it was last asked. */
    Optional<Self> before(AccountId account) {
        try {
            Map<String, String> kept = redis.hgetAll(Keys.self(account));
            String id = kept.getOrDefault("id", "");
            String username = kept.getOrDefault("username", "");
            if (id.isEmpty() || username.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    is(
                            account,
                            new Me(
                                    id,
                                    Optional.ofNullable(kept.get("scoped")),
                                    username,
                                    Optional.empty(),
                                    Optional.empty())));
        } catch (JedisException away) {
            return Optional.empty();
        }
    }

    /** An account is this one. */
    Self learn(AccountId account, Me me) {
        Self self = is(account, me);
        try {
            redis.hset(
                    Keys.self(account),
                    Map.of(
                            "id", me.id(),
                            "username", me.username(),
                            "scoped", me.scopedId().orElse(me.id())));
        } catch (JedisException away) {
            LOG.atDebug().addKeyValue("why", away.getMessage()).log("Redis did not take a name");
        }
        return self;
    }

    /** It will not be known before a person has put something right. */
    void giveUp(AccountId account) {
        registry.giveUp(account);
    }

    /** Everybody's cast changes with each that is known. */
    private synchronized Self is(AccountId account, Me me) {
        known.put(account, me);
        Set<String> cast = new HashSet<>();
        known.values().forEach(one -> cast.add(one.username().toLowerCase(Locale.ROOT)));
        known.forEach((name, who) -> registry.is(self(name, who, cast)));
        return self(account, me, cast);
    }

    private static Self self(AccountId account, Me me, Set<String> cast) {
        List<String> ids =
                Stream.concat(Stream.of(me.id()), me.scopedId().stream())
                        .filter(Predicate.not(String::isBlank))
                        .toList();
        return new Self(account, me.id(), Set.copyOf(ids), me.username(), cast);
    }
}
