package dev.carrier.cli.why;

import dev.carrier.contracts.RecordRef;
import java.time.Instant;

/**
 * A value as a topic keeps it.
 *
 * @param at where it stands
 * @param writtenAt when its writer wrote it
 */
record Kept<V>(V value, RecordRef at, Instant writtenAt) {}
