package dev.carrier.bench;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of a kill.
 *
 * @param sent messages that the sandbox accepted, before it and after it
 * @param recovery from the kill to the first answer to a message that was written after it; empty
 *     when none was answered
 * @param longest that anybody waited for an answer
 * @param lost without an answer
 * @param doubled answers too many
 */
public record RecoveryReport(
        int sent, Optional<Duration> recovery, Duration longest, int lost, int doubled) {
    /** In seconds; not a number when it did not recover. */
    public double seconds() {
        return recovery.map(it -> it.toMillis() / 1000.0).orElse(Double.NaN);
    }
}
