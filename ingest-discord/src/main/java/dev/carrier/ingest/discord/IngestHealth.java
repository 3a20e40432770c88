package dev.carrier.ingest.discord;

import java.util.List;

/**
 * How the worker is.
 *
 * @param accounts each account, in the order of the settings
 * @param kafkaAway events wait because Kafka does not take them
 */
public record IngestHealth(List<AccountHealth> accounts, boolean kafkaAway) {
    /** Whether every account that was not stopped for good hears, and Kafka takes what it hears. */
    public boolean isWell() {
        return !kafkaAway
                && accounts.stream().allMatch(it -> it.state() == AccountHealth.State.LISTENING);
    }
}
