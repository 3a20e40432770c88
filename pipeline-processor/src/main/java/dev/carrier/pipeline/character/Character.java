package dev.carrier.pipeline.character;

import java.util.List;
import java.util.Optional;

/**
 * A persona as prompts need it, whichever generation of elizaOS' format its file follows. What
 * Carrier does not use stays in the file, which travels whole.
 *
 * @param name how people call it; never blank
 * @param username another name that its examples may use for it
 * @param system instructions that its author wrote for the model
 * @param bio who it is, a statement each
 * @param lore its history, a statement each
 * @param knowledge what it knows, with the text of the documents that its file names
 * @param topics what it likes to talk about
 * @param adjectives how one would describe it
 * @param style how it writes
 * @param examples dialogues that show how it talks
 * @param postExamples what it would post
 */
@SuppressWarnings("JavaLangClash") // The word of the architecture; nobody here means the primitive.
public record Character(
        String name,
        Optional<String> username,
        Optional<String> system,
        List<String> bio,
        List<String> lore,
        List<String> knowledge,
        List<String> topics,
        List<String> adjectives,
        Style style,
        List<Dialogue> examples,
        List<String> postExamples) {
    public Character {
        bio = List.copyOf(bio);
        lore = List.copyOf(lore);
        knowledge = List.copyOf(knowledge);
        topics = List.copyOf(topics);
        adjectives = List.copyOf(adjectives);
        examples = List.copyOf(examples);
        postExamples = List.copyOf(postExamples);
    }

    /** Whether a speaker in an example is the character itself. */
    public boolean is(String speaker) {
        return speaker.equalsIgnoreCase(name)
                || username.filter(speaker::equalsIgnoreCase).isPresent();
    }

    /**
     * How it writes.
     *
     * @param all everywhere
     * @param chat in conversations
     * @param post when it publishes
     */
    public record Style(List<String> all, List<String> chat, List<String> post) {
        public Style {
            all = List.copyOf(all);
            chat = List.copyOf(chat);
            post = List.copyOf(post);
        }
    }

    /** Some lines that belong together, in their order. */
    public record Dialogue(List<Speech> lines) {
        public Dialogue {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One line of a dialogue.
     *
     * @param speaker the character's name, or anybody's
     * @param text what is said; may have line breaks
     */
    public record Speech(String speaker, String text) {}
}
