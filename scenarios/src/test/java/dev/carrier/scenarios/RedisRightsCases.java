package dev.carrier.scenarios;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carrier.runtime.redis.Redis;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the users of {@code deploy/security/redis-users.acl} may not do. */
interface RedisRightsCases {
    SecuredTown town();

    @ParameterizedTest
    @CsvSource({
        "responder, c:1:{ada:discord:channel:1}:log",
        "responder, c:1:budget:{ada}:used:1",
        "ingest-discord, c:1:instagram:token:bees:1",
        "ingest-instagram, c:1:sent:{r-1}",
        "memory-service, c:1:instagram:token:bees:1",
        "pipeline-processor, c:1:{ada:discord:channel:1}:log",
        "operator, c:1:{ada:discord:channel:1}:log",
        "operator, somebody:elses",
    })
    default void nobodyTouchesWhatIsAnothers(String user, String key) {
        try (var redis = Redis.of(town().settings(user).redis())) {
            assertThatThrownBy(() -> redis.client().set(key, "mine"))
                    .hasMessageStartingWith("NOPERM");
            assertThatThrownBy(() -> redis.client().hgetAll(key)).hasMessageStartingWith("NOPERM");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"responder", "operator"})
    default void nobodyLooksAroundOrTakesTheServerOver(String user) {
        try (var redis = Redis.of(town().settings(user).redis())) {
            assertThatThrownBy(() -> redis.client().keys("*")).hasMessageStartingWith("NOPERM");
            assertThatThrownBy(() -> redis.client().flushAll()).hasMessageStartingWith("NOPERM");
            assertThatThrownBy(() -> redis.client().configSet("requirepass", ""))
                    .hasMessageStartingWith("NOPERM");
        }
    }
}
