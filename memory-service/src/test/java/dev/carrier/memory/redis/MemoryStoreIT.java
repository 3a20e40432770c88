package dev.carrier.memory.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.PersonId;
import dev.carrier.embedded.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisDataException;

class MemoryStoreIT {
    private static final AccountId ADA = new AccountId("ada");
    private static final PersonId BO = new PersonId("discord:user:5701");
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Duration A_DAY = Duration.ofDays(1);

    private static RedisClient redis;

    @BeforeAll
    static void connect() {
        redis = RedisClient.create(TestServers.shared().redis().url());
    }

    @AfterAll
    static void leave() {
        redis.close();
    }

    @Test
    void whatRedisRefusesIsNotTakenForRemembered() {
        var in = new ConversationId("discord:channel:57011");
        redis.set(MemoryKeys.lines(ADA, in), "no hash");

        assertThatThrownBy(() -> at(NOON).remember(ADA, in, line("57111", NOON)))
                .isInstanceOf(JedisDataException.class);
    }

    @Test
    void aNewLineTakesThoseAwayWhoseTimeIsOver() {
        var in = new ConversationId("discord:channel:57012");
        at(NOON).remember(ADA, in, line("57121", NOON));
        at(NOON).remember(ADA, in, line("57122", NOON.plusSeconds(60)));
        Instant nextDay = NOON.plus(A_DAY).plusSeconds(30);

        at(nextDay).remember(ADA, in, line("57123", nextDay));

        assertThat(at(nextDay).before(ADA, in, nextDay.plusSeconds(1), 10))
                .extracting(line -> line.id().message())
                .containsExactly("57122", "57123");
        assertThat(redis.hkeys(MemoryKeys.lines(ADA, in))).hasSize(2);
    }

    @Test
    void whatWasSaidBeforeItsAuthorWasForgottenIsNotRemembered() {
        var in = new ConversationId("discord:channel:57013");
        var somebody = new PersonId("discord:user:5702");
        at(NOON).forget(somebody, NOON);

        at(NOON).remember(ADA, in, line("57131", NOON, somebody));
        at(NOON).remember(ADA, in, line("57132", NOON.plusSeconds(1), somebody));

        assertThat(at(NOON).before(ADA, in, NOON.plus(A_DAY), 10))
                .extracting(line -> line.id().message())
                .isEqualTo(List.of("57132"));
    }

    private static MemoryStore at(Instant now) {
        return new MemoryStore(redis, A_DAY, () -> now);
    }

    private static Line line(String message, Instant at) {
        return line(message, at, BO);
    }

    private static Line line(String message, Instant at, PersonId by) {
        return new Line(
                EventId.discordSaid(message),
                at,
                by,
                "Bo",
                AuthorKind.PERSON,
                Optional.empty(),
                "hello",
                Optional.empty());
    }
}
