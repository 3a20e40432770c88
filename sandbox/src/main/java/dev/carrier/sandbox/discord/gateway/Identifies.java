package dev.carrier.sandbox.discord.gateway;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How often a bot may identify: once in five seconds, its {@code max_concurrency} being 1. Guarded
 * by the world's monitor.
 *
 * @see <a href="https://docs.discord.com/developers/events/gateway#sharding-max-concurrency">Max
 *     concurrency</a>
 */
final class Identifies {
    private final Duration interval;
    private final Map<Long, Long> last = new HashMap<>();

    Identifies(Duration interval) {
        this.interval = interval;
    }

    /** Takes the bot's turn; false if its last one was too short a while ago. */
    boolean take(long bot) {
        var now = System.nanoTime();
        var before = last.get(bot);
        if (before != null && now - before < interval.toNanos()) {
            return false;
        }
        last.put(bot, now);
        return true;
    }
}
