package dev.carrier.runtime.settings;

import java.util.List;
import java.util.Optional;

/**
 * How an account's connection to Discord is <a
 * href="https://docs.discord.com/developers/events/gateway#sharding">split</a>.
 *
 * @param total {@code auto}: as many as Discord recommends; or a number
 * @param ids the shards that this container hears, from 0; none means all
 */
public record ShardSettings(String total, List<Integer> ids) {
    /** As many as Discord recommends, all of them here. */
    public static final ShardSettings AUTO = new ShardSettings("auto", List.of());

    public ShardSettings {
        ids = List.copyOf(ids);
    }

    /** The number, if it is one. */
    public Optional<Integer> count() {
        return total.matches("[1-9]\\d{0,3}")
                ? Optional.of(Integer.valueOf(total))
                : Optional.empty();
    }

    boolean auto() {
        return total.equals("auto");
    }
}
