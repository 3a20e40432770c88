package dev.carrier.sandbox.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A character as its prompt tells of it.
 *
 * @param name the character's name
 * @param examples its example dialogues
 * @param knowledge sentences that it knows
 * @param topics what it likes to talk about
 */
public record Persona(
        String name, List<Example> examples, List<String> knowledge, List<String> topics) {
    /** Documents have headings and lists too. */
    private static final Pattern SENTENCE = Pattern.compile("\\p{Lu}\\S*(\\s+\\S+){3,}[.!]");

    private static final Pattern OF_ITSELF =
            Pattern.compile("(?i)^(she|he|they|it|her|his|their|has|once)\\b");

    public Persona {
        examples = List.copyOf(examples);
        knowledge = List.copyOf(knowledge);
        topics = List.copyOf(topics);
    }

    /** What it knows of the world, not of itself: it can say these sentences as its own. */
    List<String> facts() {
        return knowledge.stream()
                .filter(sentence -> SENTENCE.matcher(sentence).matches())
                .filter(sentence -> !sentence.contains(name) && !OF_ITSELF.matcher(sentence).find())
                .toList();
    }
}
