package dev.carrier.sandbox.model;

import java.util.List;

/**
 * A character as its prompt tells of it.
 *
 * @param name the character's name
 * @param exchanges its example dialogues
 * @param about sentences on who it is
 * @param knowledge sentences that it knows
 * @param topics what it likes to talk about
 */
public record Persona(
        String name,
        List<Exchange> exchanges,
        List<String> about,
        List<String> knowledge,
        List<String> topics) {
    public Persona {
        exchanges = List.copyOf(exchanges);
        about = List.copyOf(about);
        knowledge = List.copyOf(knowledge);
        topics = List.copyOf(topics);
    }
}
