package dev.carrier.bench;

import java.time.Duration;

/**
 * How much {@code ./carrier bench} measures.
 *
 * @param warmUp of a Carrier that has just begun, unmeasured
 * @param lasting how long messages come by the clock, each time
 * @param inFlight conversations with a slow model at once; the first are answered while the last
 *     are written, so more than are to be in flight
 * @param backlog messages that wait when the rate at saturation is measured, each in a channel of
 *     its own
 * @param underLoad how long messages come after a kill
 * @param grows whether it is measured with fewer partitions and with more conversations, too
 */
public record WholePlan(
        Duration warmUp,
        Duration lasting,
        int inFlight,
        int backlog,
        Duration underLoad,
        boolean grows) {
    /** At most a quarter of an hour. */
    public static final WholePlan FULL =
            new WholePlan(
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(20),
                    6500,
                    3000,
                    Duration.ofSeconds(15),
                    true);

    /** At most three minutes; its numbers are of a Carrier that is not warm. */
    public static final WholePlan QUICK =
            new WholePlan(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(8),
                    500,
                    500,
                    Duration.ofSeconds(8),
                    false);

    /** Whether it was the short one. */
    public boolean isQuick() {
        return this.equals(QUICK);
    }
}
