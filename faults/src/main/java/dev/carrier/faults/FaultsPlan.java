package dev.carrier.faults;

import java.time.Duration;

/**
 * How much is to happen. The same seed on the same plan gives the same acts in the same order, but
 * for a refusal that lets others pass until there is room for it; what the processes make of their
 * timing is theirs.
 *
 * @param messages that people write at least
 * @param kills of worker processes, by kill -9
 * @param disconnects of gateway connections
 * @param refusals so many times a request, an event or a call of the model goes wrong, once or
 *     twice
 * @param outages of Kafka and Redis
 * @param atMost when this has passed no further act begins; those that are left out are counted
 */
public record FaultsPlan(
        int messages,
        int kills,
        int disconnects,
        int refusals,
        int outages,
        Duration atMost,
        long seed) {

    /** The plan in words. */
    public String words() {
        return "%d messages, %d kills, %d disconnects, %d refusals, %d outages"
                .formatted(messages, kills, disconnects, refusals, outages);
    }

    /** What {@code ./carrier faults} does by default: within ten minutes on two cores. */
    public static FaultsPlan usual(long seed) {
        return new FaultsPlan(800, 12, 100, 34, 4, Duration.ofMinutes(8), seed);
    }

    /** The full run. */
    public static FaultsPlan full(long seed) {
        return new FaultsPlan(4000, 60, 300, 170, 12, Duration.ofMinutes(60), seed);
    }
}
