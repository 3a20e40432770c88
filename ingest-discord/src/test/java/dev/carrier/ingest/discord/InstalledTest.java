package dev.carrier.ingest.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.runtime.gateway.Shard;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstalledTest {
    @Test
    void anAccountThatWroteNothingIsNew() {
        assertThat(Installed.has(Set.of(), shard(0, 1))).isFalse();
        assertThat(Installed.has(Set.of("123"), shard(0, 2))).isFalse();
    }

    @Test
    void aShardThatBeginsAfterAnotherIsNewToo() {
        assertThat(Installed.has(Set.of("whole:0/2"), shard(1, 2))).isFalse();
        assertThat(Installed.has(Set.of("whole:0/2"), shard(0, 2))).isTrue();
    }

    @Test
    void anAccountThatIsDividedAnewWasThereBefore() {
        assertThat(Installed.has(Set.of("whole"), shard(1, 2))).isTrue();
        assertThat(Installed.has(Set.of("whole:0/2", "whole:1/2"), shard(3, 4))).isTrue();
        assertThat(Installed.has(Set.of("whole:0/2", "whole:1/2"), shard(0, 1))).isTrue();
        assertThat(Installed.has(Set.of("whole:0/2"), shard(3, 4))).isFalse();
    }

    @Test
    void whatSaysSoIsNoChannel() {
        assertThat(Installed.field(shard(0, 1))).isEqualTo("whole").matches(Installed::isField);
        assertThat(Installed.field(shard(1, 4))).isEqualTo("whole:1/4").matches(Installed::isField);
        assertThat(Installed.isField("112233445566778899")).isFalse();
    }

    private static Shard shard(int id, int total) {
        return new Shard(new AccountId("ada"), id, total);
    }
}
