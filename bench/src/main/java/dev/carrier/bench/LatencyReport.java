package dev.carrier.bench;

import java.time.Duration;
import java.util.Map;

/**
 * What was measured.
 *
 * @param warmUp messages before, unmeasured
 * @param sent messages that the sandbox accepted
 * @param answered of them
 * @param together of those, by one answer with a later message
 * @param lost without an answer a minute after the last
 * @param doubled answers too many
 * @param refused messages that the sandbox did not take
 * @param added what Carrier added to each
 * @param raw Kafka alone: produce → consume
 * @param stages where the time went, in order
 * @param late how much later than planned messages were accepted
 * @param model the model's own time
 * @param cpuSeconds of this process, which holds all but Redis, while it was measured
 * @param took how long was measured
 */
public record LatencyReport(
        LatencyPlan plan,
        int warmUp,
        int sent,
        int answered,
        int together,
        int lost,
        int doubled,
        int refused,
        Spread added,
        Spread raw,
        Map<String, Spread> stages,
        Spread late,
        Spread model,
        double cpuSeconds,
        Duration took,
        Machine machine) {
    /** The aim of half of all messages, on two idle cores. */
    public static final double AIM_P50 = 40;

    /** The aim of 99 of 100 messages, on two idle cores. */
    public static final double AIM_P99 = 120;

    /** Whether the aim is met. */
    public boolean met() {
        return answered > 0 && added.at(50) <= AIM_P50 && added.at(99) <= AIM_P99;
    }
}
