package dev.carrier.contracts;

/**
 * A topic and the type of what it carries. Its key is always the conversation, but for {@code
 * settings}, whose key is the kind and hash of the version.
 *
 * @param name the name on the cluster
 * @param carries the sealed type of its values
 * @param compacted whether only the newest value of a key is kept
 * @param purpose one line for people
 * @param writtenBy who writes it
 * @param readBy who reads it
 */
public record Topic<V extends Travels>(
        String name,
        Class<V> carries,
        boolean compacted,
        String purpose,
        String writtenBy,
        String readBy) {}
