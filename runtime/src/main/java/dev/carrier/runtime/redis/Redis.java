package dev.carrier.runtime.redis;

import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.settings.RedisSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * A pool of connections to Redis. Making one does not connect; Redis that is away shows at the
 * first use as a {@link JedisException} and is tried again at the next. Thread-safe.
 */
public final class Redis implements AutoCloseable {
    /** In front of every key of Carrier: its name and the version of its keys. */
    public static final String PREFIX = "c:1:";

    private static final int CONNECTIONS = 32;
    private static final Duration WAIT_FOR_A_CONNECTION = Duration.ofSeconds(2);
    private static final int TIMEOUT_MILLIS = 2_000;

    private final HostAndPort where;
    private final RedisClient client;

    /**
     * @param url {@code redis://host:6379}, {@code rediss://user:password@host:6380/2}
     * @throws SetupProblem when it is no such address; it is not repeated
     */
    public Redis(String url) {
        this(url, Optional.empty());
    }

    /**
     * The Redis of the settings.
     *
     * @throws SetupProblem when they name none, or an authority that is none
     */
    public static Redis of(RedisSettings settings) {
        return new Redis(settings.url(), settings.ca());
    }

    /**
     * The same where the server's certificate is not signed by one that the system trusts.
     *
     * @param ca the certificates that are trusted, in PEM; absent: those that the system trusts
     * @throws SetupProblem when it is no such address or no such file, or the address is not of TLS
     */
    public Redis(String url, Optional<Path> ca) {
        URI uri = uri(url);
        this.where = JedisURIHelper.getHostAndPort(uri);
        var config =
                DefaultJedisClientConfig.builder()
                        .user(JedisURIHelper.getUser(uri))
                        .password(JedisURIHelper.getPassword(uri))
                        .database(JedisURIHelper.getDBIndex(uri))
                        .clientName("carrier")
                        .connectionTimeoutMillis(TIMEOUT_MILLIS)
                        .socketTimeoutMillis(TIMEOUT_MILLIS);
        if (JedisURIHelper.isRedisSSLScheme(uri)) {
            config.sslOptions(ca.map(Authority::trusting).orElseGet(SslOptions::defaults));
        } else if (ca.isPresent()) {
            throw new SetupProblem(
                    "redis.ca is set, but redis.url is not of TLS",
                    "let it begin with rediss://, or leave redis.ca empty");
        }
        var pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxIdle(CONNECTIONS);
        pool.setMaxWait(WAIT_FOR_A_CONNECTION);
        this.client =
                RedisClient.builder()
                        .hostAndPort(where)
                        .clientConfig(config.build())
                        .poolConfig(pool)
                        .build();
    }

    /** The commands of Redis. Keys begin with {@link #PREFIX}. */
    public UnifiedJedis client() {
        return client;
    }

    /** A key of Carrier: {@code key("sent", "r-1")} is {@code c:1:sent:r-1}. */
    public static String key(String... parts) {
        return PREFIX + String.join(":", parts);
    }

    /**
     * Runs a script by its hash, and in full when Redis does not know it (yet, or again after a
     * restart).
     *
     * @param keys all keys that it touches
     * @return what it returns, as Jedis gives it: Long, String, List, or nothing
     */
    public Optional<Object> run(Script script, List<String> keys, List<String> arguments) {
        try {
            return Optional.ofNullable(client.evalsha(script.sha(), keys, arguments));
        } catch (JedisNoScriptException _) {
            return Optional.ofNullable(client.eval(script.text(), keys, arguments));
        }
    }

    /** What keeps Redis from answering, in a sentence; empty when it answers. */
    public Optional<String> ping() {
        try {
            client.ping();
            return Optional.empty();
        } catch (JedisException problem) {
            return RedisTrouble.refusal(problem, where)
                    .or(() ->
                            Optional.of(
                                    "redis at "
                                            + where
                                            + " does not answer: "
                                            + RedisTrouble.deepest(problem)));
        }
    }

    /**
     * What keeps it from letting us in and will not pass by itself, in a sentence; empty when it
     * lets us in or is away.
     */
    public Optional<String> refusal() {
        try {
            client.ping();
            return Optional.empty();
        } catch (JedisException problem) {
            return RedisTrouble.refusal(problem, where);
        }
    }

    /** {@code host:port}, for people. */
    public String where() {
        return where.toString();
    }

    @Override
    public void close() {
        client.close();
    }

    private static URI uri(String url) {
        String hint = "write it like redis://host:6379 or rediss://user:${PASSWORD}@host:6380";
        try {
            URI uri = URI.create(url);
            boolean redis =
                    JedisURIHelper.isRedisScheme(uri) || JedisURIHelper.isRedisSSLScheme(uri);
            if (redis && JedisURIHelper.isValid(uri)) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // Its message quotes the address, which may hold a password.
            throw new SetupProblem("redis.url is no address", hint);
        }
        throw new SetupProblem(
                "redis.url is no address of Redis (" + RedisSettings.hide(url) + ")", hint);
    }
}
