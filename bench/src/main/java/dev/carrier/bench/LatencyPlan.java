package dev.carrier.bench;

import java.time.Duration;
import java.util.List;

/**
 * How added latency is measured.
 *
 * @param rate messages a second, steadily
 * @param lasting how long is measured
 * @param warmUp how long the same is done before, unmeasured
 * @param person who writes; can read every channel
 * @param channels where they write, in turn
 */
public record LatencyPlan(
        int rate, Duration lasting, Duration warmUp, String person, List<String> channels) {
    public LatencyPlan {
        channels = List.copyOf(channels);
    }
}
