package dev.carrier.bench.process;

import java.time.Duration;
import java.util.Locale;

/**
 * What a round of measurements is made of.
 *
 * @param partitions of the topics
 * @param conversations that Carrier holds while it is measured
 * @param channels of them in which people write
 * @param warmUp unmeasured, 20 messages a second
 * @param lasting how long they come, measured
 * @param backlog messages at once for the rate at saturation, at most one in each channel
 * @param bursts so many times that; the last is the one that counts
 * @param underLoad how long messages come after a kill
 * @param responder whether it is killed, too
 */
public record RoundPlan(
        int partitions,
        int conversations,
        int channels,
        Duration warmUp,
        Duration lasting,
        int backlog,
        int bursts,
        Duration underLoad,
        boolean responder) {
    /** Such as {@code 4 partitions, 1,000}. */
    public String title() {
        return String.format(
                Locale.ROOT,
                "%d partition%s, %,d",
                partitions,
                partitions == 1 ? "" : "s",
                conversations);
    }
}
