package dev.carrier.runtime.gateway;

import dev.carrier.contracts.AccountId;
import dev.carrier.runtime.settings.ShardChoice;
import dev.carrier.runtime.settings.ShardSettings;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** How an account's servers are divided, and which part of them is for this process. Immutable. */
public sealed interface Sharding {
    /** A number that the operator chose. */
    record Fixed(int total, SortedSet<Integer> here) implements Sharding {}

    /** As many as Discord recommends, all of them here. */
    record Recommended() implements Sharding {}

    /** One session for everything. */
    static Sharding none() {
        return new Fixed(1, new TreeSet<>(List.of(0)));
    }

    /**
     * As the settings say.
     *
     * @param choice {@code platforms.discord.shards}; blank chooses none
     */
    static Sharding of(ShardSettings settings, String choice) {
        if (settings.count().isEmpty()) {
            return new Recommended();
        }
        int total = settings.count().get();
        var here = new TreeSet<>(settings.ids());
        if (here.isEmpty()) {
            here.addAll(all(total));
        }
        ShardChoice.read(choice).ifPresent(here::retainAll);
        return new Fixed(total, here);
    }

    /** The same for one who needs all of them: whoever speaks may be asked to do so anywhere. */
    static Sharding whole(ShardSettings settings) {
        return of(new ShardSettings(settings.total(), List.of()), "");
    }

    /** Whether nothing of the account is for this process. */
    default boolean isElsewhere() {
        return this instanceof Fixed(_, var here) && here.isEmpty();
    }

    /**
     * The shards for this process.
     *
     * @param recommended what Discord says; asked only where nothing is chosen
     */
    default List<Shard> shards(AccountId account, int recommended) {
        return switch (this) {
            case Fixed(var total, var here) ->
                    here.stream().map(id -> new Shard(account, id, total)).toList();
            case Recommended() -> {
                int total = Math.max(1, recommended);
                yield all(total).stream().map(id -> new Shard(account, id, total)).toList();
            }
        };
    }

    private static List<Integer> all(int total) {
        return IntStream.range(0, total).boxed().toList();
    }
}
