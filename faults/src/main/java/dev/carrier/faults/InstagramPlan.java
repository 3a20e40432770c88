package dev.carrier.faults;

import java.time.Duration;

/**
 * How much is to happen on Instagram. The same seed on the same plan gives the same acts in the
 * same order; what the processes make of their timing is theirs.
 *
 * @param messages that people write at least
 * @param kills of worker processes, by kill -9
 * @param mishaps so many times a webhook, a call, an upload or a container goes wrong, once or
 *     twice
 * @param troubles of an account: its token expired, throttled, its quota reached
 * @param outages of Kafka and Redis
 * @param takeOvers so many inboxes a human takes over
 * @param atMost when this has passed no further act begins; those that are left out are counted
 */
public record InstagramPlan(
        int messages,
        int kills,
        int mishaps,
        int troubles,
        int outages,
        int takeOvers,
        Duration atMost,
        long seed) {

    /** The plan in words. */
    public String words() {
        return "%d messages, %d kills, %d mishaps, %d troubles, %d outages, %d humans"
                .formatted(messages, kills, mishaps, troubles, outages, takeOvers);
    }

    /** What {@code ./carrier faults --suite instagram} does by default. */
    public static InstagramPlan usual(long seed) {
        return new InstagramPlan(400, 18, 26, 3, 4, 2, Duration.ofMinutes(7), seed);
    }

    /** The full run. */
    public static InstagramPlan full(long seed) {
        return new InstagramPlan(2500, 72, 130, 9, 12, 6, Duration.ofMinutes(60), seed);
    }

    /** An evening on which nothing goes wrong. */
    public static InstagramPlan quiet(int messages, long seed) {
        return new InstagramPlan(messages, 0, 0, 0, 0, 1, Duration.ofMinutes(8), seed);
    }
}
