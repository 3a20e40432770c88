package dev.carrier.instagram.token;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Ids;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Unreadable;
import dev.carrier.runtime.Seal;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.redis.Script;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * Tokens in Redis, closed with {@code CARRIER_KEY}: {@code c:1:instagram:token:ACCOUNT:ORIGIN},
 * where the origin is a hash of the token in the settings from which they descend. So another token
 * in the settings begins anew, and wins. Thread-safe.
 */
public final class TokenStore {
    private static final Logger log = LoggerFactory.getLogger(TokenStore.class);

    /** Longer than a token lives: what nobody refreshes goes away. */
    private static final Duration KEPT = Duration.ofDays(90);

    /** Longer than a refresh takes. */
    private static final Duration LOCKED = Duration.ofMinutes(2);

    private static final Script UNLOCK =
            Script.of(
                    """
                    if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
                    """);

    private final Redis redis;
    private final Seal seal;

    /**
     * @param seal of {@code CARRIER_KEY}
     */
    public TokenStore(Redis redis, Seal seal) {
        this.redis = redis;
        this.seal = seal;
    }

    /**
     * What is kept of a token of the settings; empty when nothing is, or it was closed with another
     * key.
     *
     * @throws JedisException when Redis is away
     */
    Optional<KeptToken> load(AccountId account, String origin) {
        String sealed = redis.client().get(key(account, origin));
        if (sealed == null) {
            return Optional.empty();
        }
        Optional<KeptToken> kept = seal.open(sealed).flatMap(TokenStore::read);
        if (kept.isEmpty()) {
            log.atWarn()
                    .addKeyValue("account", account)
                    .log(
                            "the kept token cannot be opened: was CARRIER_KEY changed? The one in"
                                    + " the settings is used");
        }
        return kept;
    }

    /** Keeps it. */
    void save(AccountId account, String origin, KeptToken kept) {
        String text = new String(Json.canonical(kept), StandardCharsets.UTF_8);
        redis.client()
                .set(
                        key(account, origin),
                        seal.close(text),
                        SetParams.setParams().ex(KEPT.toSeconds()));
    }

    /** Runs this unless another process does the same for the account; false: another does. */
    boolean alone(AccountId account, Runnable what) {
        String key = Redis.key("instagram", "token-lock", account.value());
        String owner = UUID.randomUUID().toString();
        String taken =
                redis.client().set(key, owner, SetParams.setParams().nx().px(LOCKED.toMillis()));
        if (taken == null) {
            return false;
        }
        try {
            what.run();
        } finally {
            redis.run(UNLOCK, List.of(key), List.of(owner));
        }
        return true;
    }

    private static Optional<KeptToken> read(String text) {
        try {
            return Optional.of(
                    Json.plain(KeptToken.class, Json.parse(text.getBytes(StandardCharsets.UTF_8))));
        } catch (Unreadable notOurs) {
            return Optional.empty();
        }
    }

    private static String key(AccountId account, String origin) {
        String hash = Ids.sha256(origin.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
        return Redis.key("instagram", "token", account.value(), hash);
    }
}
