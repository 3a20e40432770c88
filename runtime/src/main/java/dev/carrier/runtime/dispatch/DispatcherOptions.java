package dev.carrier.runtime.dispatch;

import java.time.Duration;
import java.util.List;

/**
 * How one dispatcher works.
 *
 * @param name for logs and threads, such as {@code responder}
 * @param group the consumer group that all instances share
 * @param transactionalId this instance's own and the same after its restart, so that a restarted
 *     instance takes over at once; also its static membership in the group
 * @param topics what it reads
 * @param ordering whether records of one key wait for each other
 * @param maxInFlight how many records it holds at most, at work, in lanes and to be committed
 * @param hold the longest a record is held; then its work is interrupted and failed
 * @param revokeGrace how long work may still go on when its partition is taken away
 */
public record DispatcherOptions(
        String name,
        String group,
        String transactionalId,
        List<String> topics,
        Ordering ordering,
        int maxInFlight,
        Duration hold,
        Duration revokeGrace) {
    /** A record is held at most this long. */
    public static final Duration HOLD = Duration.ofMinutes(2);

    /** Work goes on this long at most when its partition is taken away. */
    public static final Duration REVOKE_GRACE = Duration.ofSeconds(3);

    public DispatcherOptions {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight is " + maxInFlight);
        }
        topics = List.copyOf(topics);
    }

    /**
     * With the hold and the grace of the architecture.
     *
     * @param instance tells instances of one group apart, such as the host's name
     */
    public static DispatcherOptions of(
            String name,
            String group,
            String instance,
            List<String> topics,
            Ordering ordering,
            int maxInFlight) {
        return new DispatcherOptions(
                name,
                group,
                group + "-" + instance,
                topics,
                ordering,
                maxInFlight,
                HOLD,
                REVOKE_GRACE);
    }
}
