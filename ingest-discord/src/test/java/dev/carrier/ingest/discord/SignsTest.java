package dev.carrier.ingest.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.runtime.gateway.Shard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignsTest {
    private static final AccountId ADA = new AccountId("ada");
    private static final Instant THEN = Instant.parse("2026-11-22T10:00:00Z");
    private static final Shard SECOND = new Shard(ADA, 1, 4);

    private Optional<String> stopped = Optional.empty();
    private Optional<String> standby = Optional.empty();
    private boolean everReady = true;
    private boolean connected = true;
    private boolean silent;
    private boolean unsettled;
    private Optional<String> waiting = Optional.empty();
    private Optional<String> problem = Optional.empty();

    @Test
    void whoIsConnectedAndAnsweredHears() {
        assertThat(signs().state()).isEqualTo(AccountHealth.State.LISTENING);
        assertThat(signs().trouble()).isEmpty();
    }

    @Test
    void whoHasNeverBeenConnectedSaysWhatWentWrong() {
        everReady = false;
        problem = Optional.of("the connection is refused");
        assertThat(signs().state()).isEqualTo(AccountHealth.State.STARTING);
        assertThat(signs().trouble())
                .contains(
                        "ada (shard 1 of 4) is not connected to Discord yet (the connection is refused).");
    }

    @Test
    void aLineThatIsGoneIsDeafSinceItsLastSign() {
        connected = false;
        problem = Optional.of("close code 4000");
        assertThat(signs().state()).isEqualTo(AccountHealth.State.DEAF);
        assertThat(signs().trouble().orElseThrow())
                .contains("has lost Discord since " + THEN)
                .contains("close code 4000");
    }

    @Test
    void aLineThatStandsAndIsSilentIsDeaf() {
        silent = true;
        assertThat(signs().state()).isEqualTo(AccountHealth.State.DEAF);
        assertThat(signs().trouble().orElseThrow())
                .contains("the connection stands, but Discord has not answered since " + THEN);
    }

    @Test
    void whoDoesNotKnowWhereItLeftOffPublishesNothingAndIsDeaf() {
        unsettled = true;
        assertThat(signs().state()).isEqualTo(AccountHealth.State.DEAF);
        assertThat(signs().trouble().orElseThrow()).contains("Redis");
    }

    @Test
    void whoWaitsForLeaveSaysThat() {
        everReady = false;
        waiting = Optional.of("ada has 3 of 1000 session starts left.");
        assertThat(signs().trouble()).isEqualTo(waiting);
        everReady = true;
        connected = false;
        assertThat(signs().trouble()).isEqualTo(waiting);
    }

    @Test
    void whoStandsByIsNoTrouble() {
        everReady = false;
        standby = Optional.of("another hears it");
        assertThat(signs().state()).isEqualTo(AccountHealth.State.STANDBY);
        assertThat(signs().trouble()).isEmpty();
    }

    @Test
    void anAccountIsAsWellAsItsWorstShard() {
        var well = health(signs());
        connected = false;
        var deaf = health(signs());
        stopped = Optional.of("Reset the token.");
        var ended = health(signs());
        assertThat(AccountHealth.together(List.of(well, deaf)).state())
                .isEqualTo(AccountHealth.State.DEAF);
        assertThat(AccountHealth.together(List.of(well, ended)).state())
                .isEqualTo(AccountHealth.State.DEAF);
        assertThat(AccountHealth.together(List.of(well, ended)).trouble())
                .contains("Reset the token.");
        assertThat(AccountHealth.together(List.of(ended, ended)).state())
                .isEqualTo(AccountHealth.State.STOPPED);
        assertThat(AccountHealth.together(List.of(well, well)).trouble()).isEmpty();
    }

    private Signs signs() {
        return new Signs(
                SECOND, stopped, standby, everReady, connected, silent, unsettled, waiting, problem,
                THEN);
    }

    private static AccountHealth health(Signs signs) {
        return new AccountHealth(
                ADA,
                signs.state(),
                signs.stopped().orElse(""),
                "Ada#1",
                "1",
                List.of(),
                true,
                signs.lastSign(),
                CatchUp.NONE,
                List.of(
                        new ShardHealth(
                                signs.shard(), signs.state(), signs.trouble(), signs.lastSign())));
    }
}
