package dev.carrier.sandbox.model;

import java.util.OptionalInt;

/**
 * How the offline model behaves.
 *
 * @param latencyMs how long every answer takes; 0 is at once; absent: 300 to 900 ms, by the prompt
 * @param contextTokens the longest prompt that it reads
 */
public record ModelSettings(OptionalInt latencyMs, int contextTokens) {
    private static final int SHORTEST_MS = 300;
    private static final int SPREAD_MS = 601;

    /** A natural pace, and the context of a common model. */
    public static ModelSettings defaults() {
        return new ModelSettings(OptionalInt.empty(), 128_000);
    }

    /** How long the answer to a prompt takes, in milliseconds; the same in every run. */
    int latencyMs(Prompt prompt) {
        return latencyMs.orElseGet(() -> SHORTEST_MS + prompt.pick("latency", SPREAD_MS));
    }
}
