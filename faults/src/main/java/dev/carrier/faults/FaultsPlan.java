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
 * @param processors that share the conversations
 * @param upheavals rolling restarts, rebalances in mid-call, full disks, stepped clocks
 * @param atMost when this has passed no further act begins; those that are left out are counted
 */
public record FaultsPlan(
        int messages,
        int kills,
        int disconnects,
        int refusals,
        int outages,
        int processors,
        int upheavals,
        Duration atMost,
        long seed) {

    /** The plan in words. */
    public String words() {
        return "%d messages, %d kills, %d disconnects, %d refusals, %d outages%s"
                .formatted(
                        messages,
                        kills,
                        disconnects,
                        refusals,
                        outages,
                        upheavals == 0
                                ? ""
                                : ", %d upheavals, %d processors".formatted(upheavals, processors));
    }

    /** Suite {@code discord} by default: within ten minutes on two cores. */
    public static FaultsPlan usual(long seed) {
        return new FaultsPlan(800, 12, 100, 34, 4, 1, 0, Duration.ofMinutes(8), seed);
    }

    /** Suite {@code discord} in full. */
    public static FaultsPlan full(long seed) {
        return new FaultsPlan(4000, 60, 300, 170, 12, 1, 0, Duration.ofMinutes(60), seed);
    }

    /** Suite {@code fleet} by default: within ten minutes on two cores. */
    public static FaultsPlan fleet(long seed) {
        return new FaultsPlan(600, 12, 6, 17, 4, 3, 6, Duration.ofMinutes(8), seed);
    }

    /** Suite {@code fleet} in full. */
    public static FaultsPlan fullFleet(long seed) {
        return new FaultsPlan(10_000, 200, 60, 170, 40, 3, 60, Duration.ofMinutes(150), seed);
    }
}
