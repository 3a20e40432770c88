package dev.carrier.instagram.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Json;
import dev.carrier.embedded.TestServers;
import dev.carrier.instagram.MovableClock;
import dev.carrier.instagram.NewToken;
import dev.carrier.instagram.error.ErrorTable;
import dev.carrier.instagram.error.GraphError;
import dev.carrier.instagram.error.GraphProblem;
import dev.carrier.runtime.Seal;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.settings.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A token through the weeks. */
class AccountTokenTest {
    private static final Duration A_DAY = Duration.ofDays(1);

    @AutoClose private final Redis redis = new Redis(TestServers.shared().where().redis());
    @AutoClose private final Redis away = new Redis("redis://127.0.0.1:1");
    private final MovableClock clock = new MovableClock();
    private final AccountId account = new AccountId("ada-" + System.nanoTime());
    private final List<String> exchanged = new CopyOnWriteArrayList<>();
    private Optional<GraphError> refusal = Optional.empty();

    @Test
    void itIsRefreshedAfterADayAndThenAtHalfOfItsLife() {
        AccountToken token = token("first");
        token.check();
        assertThat(token.token()).isEqualTo("first");

        clock.advance(A_DAY);
        token.check();
        assertThat(token.token()).isEqualTo("first+");

        clock.advance(Duration.ofDays(29));
        token.check();
        assertThat(token.token()).isEqualTo("first+");

        clock.advance(A_DAY);
        token.check();
        assertThat(token.token()).isEqualTo("first++");
        assertThat(token.expires()).contains(clock.instant().plus(Duration.ofDays(60)));
    }

    @Test
    void anotherProcessTakesWhatWasRefreshedAndARestartFindsIt() {
        AccountToken one = token("first");
        AccountToken other = token("first");
        one.check();
        other.check();
        clock.advance(A_DAY);

        one.check();
        other.check();

        assertThat(other.token()).isEqualTo("first+");
        assertThat(token("first").token()).isEqualTo("first+");
        assertThat(exchanged).containsExactly("first");
    }

    @Test
    void manyProcessesRefreshOnce() throws InterruptedException {
        List<AccountToken> all = List.of(token("first"), token("first"), token("first"));
        all.forEach(AccountToken::check);
        clock.advance(A_DAY);

        var done = new CountDownLatch(all.size());
        all.forEach(token ->
                Thread.ofVirtual()
                        .start(() -> {
                            token.check();
                            done.countDown();
                        }));
        done.await();

        assertThat(exchanged).containsExactly("first");
    }

    @Test
    void aNewTokenInTheSettingsWins() {
        refreshed("first");

        assertThat(token("second").token()).isEqualTo("second");
    }

    @Test
    void inRedisItIsClosed() {
        refreshed("first");

        assertThat(redis.client().keys("c:1:instagram:token:" + account + ":*"))
                .hasSize(1)
                .allSatisfy(key -> {
                    assertThat(redis.client().get(key)).doesNotContain("first");
                    assertThat(key).doesNotContain("first");
                    assertThat(redis.client().ttl(key)).isPositive();
                });
    }

    @Test
    void withAnotherKeyTheOneInTheSettingsIsUsed() {
        refreshed("first");
        var store = new TokenStore(redis, new Seal("another key"));

        assertThat(token("first", Optional.of(store)).token()).isEqualTo("first");
    }

    @Test
    void aRefusedOneIsRefreshedOnceAndThenAPersonIsAsked() {
        AccountToken token = token("first");
        token.check();
        refusal = Optional.of(error(190, 460));

        assertThat(token.refused("first", error(190, 460))).isFalse();
        assertThat(token.refused("first", error(190, 460))).isFalse();

        assertThat(exchanged).containsExactly("first");
        assertThat(token.trouble().orElseThrow())
                .startsWith(account + ": the account's password was changed")
                .contains("INSTAGRAM_TOKEN_ADA")
                .doesNotContain("first");
        token.accepted("first");
        assertThat(token.trouble()).isEmpty();
    }

    @Test
    void aRefusedOneThatAnotherProcessReplacedIsTakenFromThere() {
        AccountToken behind = token("first");
        behind.check();
        refreshed("first");

        assertThat(behind.refused("first", error(190, 463))).isTrue();
        assertThat(behind.token()).isEqualTo("first+");
    }

    @Test
    void anExpiredOneIsNotEvenTried() {
        AccountToken token = token("first");

        assertThat(token.refused("first", error(190, 463))).isFalse();

        assertThat(exchanged).isEmpty();
        assertThat(token.trouble().orElseThrow()).contains("has expired");
    }

    @Test
    void itsEndIsToldBeforeItComesWhenItCannotBeRefreshed() {
        AccountToken token = refreshed("first");
        refusal = Optional.of(error(10, 0));
        for (int day = 0; day < 55; day++) {
            clock.advance(A_DAY);
            token.check();
        }
        assertThat(token.trouble()).isEmpty();
        assertThat(token.warning().orElseThrow()).contains("expires at", "lacks a permission");

        clock.advance(Duration.ofDays(5));
        assertThat(token.trouble().orElseThrow()).contains("expired at");
        // Once a day from the thirtieth day on, beside the one that succeeded.
        assertThat(exchanged).hasSize(1 + 26);
    }

    @Test
    void aServerThatStumblesIsAskedAgainAtTheNextCheck() {
        AccountToken token = token("first");
        token.check();
        clock.advance(A_DAY);
        refusal = Optional.of(GraphError.silence("cut", false));
        token.check();
        refusal = Optional.empty();
        clock.advance(Duration.ofMinutes(1));

        token.check();

        assertThat(token.token()).isEqualTo("first+");
        assertThat(token.warning()).isEmpty();
    }

    @Test
    void withRedisAwayTheOneAtHandIsUsedAndNoneIsRefreshed() {
        AccountToken token = token("first", Optional.of(new TokenStore(away, new Seal("key"))));
        token.check();
        clock.advance(A_DAY.multipliedBy(2));
        token.check();

        assertThat(token.token()).isEqualTo("first");
        assertThat(exchanged).isEmpty();
        assertThat(token.warning().orElseThrow()).contains("Redis is away");
    }

    @Test
    void withoutAKeyNothingIsKeptAndThatIsSaid() {
        AccountToken token = token("first", Optional.empty());
        clock.advance(A_DAY.multipliedBy(2));
        token.check();

        assertThat(exchanged).isEmpty();
        assertThat(token.warning().orElseThrow()).contains("CARRIER_KEY");
    }

    private AccountToken refreshed(String settings) {
        AccountToken token = token(settings);
        token.check();
        clock.advance(A_DAY);
        token.check();
        assertThat(token.token()).isEqualTo(settings + "+");
        return token;
    }

    private AccountToken token(String settings) {
        return token(settings, Optional.of(new TokenStore(redis, new Seal("key"))));
    }

    private AccountToken token(String settings, Optional<TokenStore> store) {
        var secret = new Secret(Optional.of(settings), "accounts.ada.token", "INSTAGRAM_TOKEN_ADA");
        return new AccountToken(account, secret, store, this::exchange, clock);
    }

    private NewToken exchange(String old) {
        exchanged.add(old);
        refusal.ifPresent(error -> {
            throw new GraphProblem(error);
        });
        return new NewToken(old + "+", Duration.ofDays(60));
    }

    private static GraphError error(int code, int subcode) {
        ObjectNode answer = Json.mapper().createObjectNode();
        answer.putObject("error").put("code", code).put("error_subcode", subcode);
        return ErrorTable.of(400, answer);
    }
}
