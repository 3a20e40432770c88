package dev.carrier.pipeline.provider.prompt;

import dev.carrier.pipeline.character.Character;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The character's own file as parts of a system message. Pure. */
final class Persona {
    private static final Pattern BLANK_LINES = Pattern.compile("\\n\\s*\\n");

    private Persona() {}

    /** Who it is; without these it would be somebody else. */
    static List<Part> about(Character character) {
        var parts = new ArrayList<Part>();
        character.system().ifPresent(text -> parts.add(new Part(Section.ABOUT, own(text))));
        character.bio().forEach(text -> parts.add(new Part(Section.ABOUT, own(text))));
        if (!character.adjectives().isEmpty()) {
            parts.add(
                    new Part(
                            Section.ABOUT,
                            character.name()
                                    + " is "
                                    + String.join(", ", character.adjectives())
                                    + "."));
        }
        return parts;
    }

    /** How it writes in a conversation. */
    static List<Part> style(Character character) {
        var parts = new ArrayList<Part>();
        character.style().all().forEach(text -> parts.add(item(Section.STYLE, text)));
        character.style().chat().forEach(text -> parts.add(item(Section.STYLE, text)));
        return parts;
    }

    static List<Part> topics(Character character) {
        return character.topics().isEmpty()
                ? List.of()
                : List.of(new Part(Section.TOPICS, String.join(", ", character.topics())));
    }

    static List<Part> knowledge(Character character) {
        return items(character.knowledge());
    }

    static List<Part> lore(Character character) {
        return items(character.lore());
    }

    /** One part a dialogue: blank lines stand between them. */
    static List<Part> examples(Character character) {
        return character.examples().stream()
                .map(dialogue -> new Part(Section.EXAMPLES, dialogue(character, dialogue)))
                .toList();
    }

    private static String dialogue(Character character, Character.Dialogue dialogue) {
        var lines = new ArrayList<String>();
        for (Character.Speech speech : dialogue.lines()) {
            String speaker =
                    character.is(speech.speaker())
                            ? character.name()
                            : Plain.name(speech.speaker());
            lines.add(speaker + ": " + Plain.indented(own(speech.text())));
        }
        return String.join("\n", lines);
    }

    private static List<Part> items(List<String> texts) {
        return texts.stream().map(text -> item(Section.KNOWLEDGE, text)).toList();
    }

    private static Part item(Section section, String text) {
        return new Part(section, "- " + Plain.indented(own(text)));
    }

    /** A character's file may come from a stranger too: it gets no section of its own making. */
    private static String own(String text) {
        String plain = Plain.text(text);
        return plain.contains("\n") ? BLANK_LINES.matcher(plain).replaceAll("\n") : plain;
    }
}
