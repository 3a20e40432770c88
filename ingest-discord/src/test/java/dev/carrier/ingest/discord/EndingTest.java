package dev.carrier.ingest.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.runtime.gateway.Shard;
import dev.carrier.runtime.settings.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndingTest {
    private static final DiscordAccount ADA =
            new DiscordAccount(new AccountId("ada"), Secret.of("very.secret"));
    private static final Shard ONLY = Shard.only(ADA.id());

    @ParameterizedTest
    @ValueSource(ints = {4004, 4010, 4011, 4012, 4013, 4014})
    void whatEndsAnAccountForGoodSaysWhatToDo(int code) {
        assertThat(Ending.sentence(code, ONLY))
                .hasValueSatisfying(
                        it -> assertThat(it).endsWith(".").doesNotContain("very.secret"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1006, 4000, 4007, 4008, 4009})
    void whateverElseIsTriedAgain(int code) {
        assertThat(Ending.sentence(code, ONLY)).isEmpty();
    }

    @Test
    void anAccountDoesNotPrintItsToken() {
        assertThat(ADA.toString()).contains("ada").doesNotContain("very.secret");
    }
}
