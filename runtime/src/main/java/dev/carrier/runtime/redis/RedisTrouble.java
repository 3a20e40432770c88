package dev.carrier.runtime.redis;

import java.util.Optional;
import javax.net.ssl.SSLException;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * What Redis, or the way to it, refused; its own words name users, keys and commands, never a
 * password. Stateless.
 */
final class RedisTrouble {
    private RedisTrouble() {}

    /**
     * The sentence for what trying again does not mend; empty for anything else.
     *
     * @param where host and port
     */
    static Optional<String> refusal(JedisException problem, Object where) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof JedisAccessControlException || isDenied(cause)) {
                return Optional.of(
                        "redis at %s refuses this user (%s): check user and password in redis.url, and its rights there"
                                .formatted(where, cause.getMessage()));
            }
            if (cause instanceof SSLException) {
                return Optional.of(
                        "redis at %s and Carrier do not agree on TLS (%s): check redis.ca, and rediss:// in redis.url"
                                .formatted(where, deepest(cause)));
            }
        }
        return Optional.empty();
    }

    private static boolean isDenied(Throwable cause) {
        String said = String.valueOf(cause.getMessage());
        return said.startsWith("NOPERM") || said.startsWith("NOAUTH");
    }

    /** Jedis wraps what the network said once or twice. */
    static String deepest(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
