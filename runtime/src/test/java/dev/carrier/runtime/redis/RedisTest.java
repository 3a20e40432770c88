package dev.carrier.runtime.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carrier.embedded.TestServers;
import dev.carrier.runtime.SetupProblem;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisTest {
    static final Script ADD = Script.of("return redis.call('INCRBY', KEYS[1], ARGV[1])");

    final Redis redis = new Redis(TestServers.shared().where().redis());

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void keysBeginWithThePrefix() {
        assertThat(Redis.key("sent", "r-1")).isEqualTo("c:1:sent:r-1");
    }

    @Test
    void aScriptRunsEvenWhenRedisHasForgottenIt() {
        List<String> key = List.of(Redis.key("test", "script"));

        assertThat(redis.run(ADD, key, List.of("2"))).contains(2L);
        redis.client().scriptFlush();
        assertThat(redis.run(ADD, key, List.of("3"))).contains(5L);
        assertThat(redis.run(ADD, key, List.of("1"))).contains(6L);
    }

    @Test
    void aScriptThatReturnsNothingGivesNothing() {
        assertThat(redis.run(Script.of("return nil"), List.of(), List.of())).isEmpty();
    }

    @Test
    void redisThatIsThereHasNoTroubleAndOneThatIsAwaySaysWhere() {
        assertThat(redis.ping()).isEmpty();
        try (Redis away = new Redis("redis://user:sesame@127.0.0.1:1")) {
            assertThat(away.ping().orElseThrow())
                    .startsWith("redis at 127.0.0.1:1 does not answer: ")
                    .doesNotContain("sesame");
        }
    }

    @Test
    void whatIsNoAddressIsRefusedWithoutItsPassword() {
        assertThatThrownBy(() -> new Redis("http://u:sesame@127.0.0.1:1"))
                .isInstanceOf(SetupProblem.class)
                .hasMessageContaining("redis.url is no address of Redis (http://u:***@127.0.0.1:1)")
                .hasMessageNotContaining("sesame");
        assertThatThrownBy(() -> new Redis("redis://u:ses ame@h"))
                .isInstanceOf(SetupProblem.class)
                .hasMessageNotContaining("ame@");
    }
}
