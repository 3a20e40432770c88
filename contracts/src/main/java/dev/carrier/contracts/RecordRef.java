package dev.carrier.contracts;

/**
 * Where a record stands.
 *
 * @param topic name of the topic
 * @param partition its partition
 * @param offset its offset in it
 */
public record RecordRef(String topic, int partition, long offset) {}
