package dev.carrier.runtime.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carrier.contracts.AccountId;
import dev.carrier.runtime.settings.ShardSettings;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ShardingTest {
    private static final AccountId ADA = new AccountId("ada");
    private static final ShardSettings FOUR = new ShardSettings("4", List.of());

    @Test
    void withoutAWordThereAreAsManyAsDiscordRecommendsAllOfThemHere() {
        var auto = Sharding.of(ShardSettings.AUTO, "");
        assertThat(auto.shards(ADA, 1)).containsExactly(Shard.only(ADA));
        assertThat(ids(auto.shards(ADA, 3))).containsExactly(0, 1, 2);
    }

    @Test
    void aNumberIsNotAskedOfDiscord() {
        assertThat(ids(Sharding.of(FOUR, "").shards(ADA, 9))).containsExactly(0, 1, 2, 3);
    }

    @Test
    void anAccountMayNameItsShardsAndAContainerChoosesAmongThem() {
        var two = new ShardSettings("4", List.of(0, 1));
        assertThat(ids(Sharding.of(two, "").shards(ADA, 1))).containsExactly(0, 1);
        assertThat(ids(Sharding.of(FOUR, "2-3").shards(ADA, 1))).containsExactly(2, 3);
        assertThat(Sharding.of(two, "2, 3").isElsewhere()).isTrue();
        assertThat(Sharding.of(new ShardSettings("1", List.of()), "1").isElsewhere()).isTrue();
    }

    @Test
    void whoSpeaksHasThemAll() {
        assertThat(ids(Sharding.whole(new ShardSettings("4", List.of(1))).shards(ADA, 1)))
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void everyServerHasOneShardByTheTimeInItsId() {
        LongStream.of(1, 81384788765712384L, 1L << 62, 197038439483310086L)
                .forEach(guild ->
                        assertThat(Sharding.of(FOUR, "").shards(ADA, 1))
                                .filteredOn(it -> it.covers(guild))
                                .singleElement()
                                .satisfies(it ->
                                        assertThat((long) it.id()).isEqualTo((guild >> 22) % 4)));
    }

    @Test
    void aShardThatCannotBeIsNone() {
        assertThatThrownBy(() -> new Shard(ADA, 4, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Integer> ids(List<Shard> shards) {
        return shards.stream().map(Shard::id).toList();
    }
}
