package dev.carrier.ingest.instagram;

import java.util.List;
import java.util.Optional;

/**
 * How the worker is.
 *
 * @param accounts each, in the order of the settings
 * @param kafkaAway events are not taken
 * @param webhook what is wrong with the endpoint as such; absent when it is well, or not wanted
 */
public record IngestHealth(
        List<AccountHealth> accounts, boolean kafkaAway, Optional<String> webhook) {
    /** Whether every account hears and Kafka takes it. */
    public boolean isWell() {
        return !kafkaAway
                && webhook.isEmpty()
                && accounts.stream().allMatch(it -> it.trouble().isEmpty());
    }
}
