package dev.carrier.pipeline.provider.enclosure;

import dev.carrier.contracts.EventId;
import java.util.List;
import java.util.Map;

/**
 * The files that go with a step.
 *
 * @param byMessage those of a message, in their order
 * @param pictures what is shown, by the hash of its bytes
 */
public record Enclosures(Map<EventId, List<Enclosure>> byMessage, Map<String, Picture> pictures) {
    /** No files at all. */
    public static final Enclosures NONE = new Enclosures(Map.of(), Map.of());

    public Enclosures {
        byMessage = Map.copyOf(byMessage);
        pictures = Map.copyOf(pictures);
    }

    /** Those of one message. */
    public List<Enclosure> of(EventId message) {
        return byMessage.getOrDefault(message, List.of());
    }
}
