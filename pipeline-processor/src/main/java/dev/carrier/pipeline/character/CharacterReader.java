package dev.carrier.pipeline.character;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads a character out of a file of elizaOS, of any generation: v0 ({@code user}, {@code lore}),
 * v1 ({@code name} in examples) and v2 (groups of examples, {@code documents}). Lenient: a field of
 * a wrong type is passed over, {@link Lint} names it. Pure and stateless.
 *
 * @see <a href="https://github.com/elizaOS/eliza">elizaOS, packages/core/src/types.ts and
 *     schemas/character.ts</a>
 */
public final class CharacterReader {
    private static final Pattern BLANK = Pattern.compile("\\{\\{\\s*([A-Za-z]+)(\\d*)\\s*}}");
    private static final List<String> STRANGERS = List.of("Someone", "Someone else", "A third");

    private CharacterReader() {}

    /**
     * The character of a file.
     *
     * @throws CharacterProblem when it has no name
     */
    public static Character read(JsonNode file) {
        String name =
                Texts.one(file.path("name"))
                        .map(text -> text.replaceAll("\\s+", " "))
                        .orElseThrow(() ->
                                new CharacterProblem(
                                        "the character has no name: add \"name\": \"…\""));
        JsonNode style = file.path("style");
        return new Character(
                name,
                Texts.one(file.path("username")),
                Texts.one(file.path("system")).map(text -> fill(text, name)),
                filled(file.path("bio"), name),
                filled(file.path("lore"), name),
                knowledge(Texts.first(file, "documents", "knowledge")),
                Texts.list(file.path("topics")),
                Texts.list(file.path("adjectives")),
                new Character.Style(
                        filled(style.path("all"), name),
                        filled(style.path("chat"), name),
                        filled(style.path("post"), name)),
                examples(examplesOf(file), name),
                filled(Texts.first(file, "post_examples", "postExamples"), name));
    }

    /** The field that holds the dialogues. */
    static JsonNode examplesOf(JsonNode file) {
        return Texts.first(file, "message_examples", "messageExamples");
    }

    /** The lines of one dialogue: a list, or a group with a list in it. */
    static JsonNode lines(JsonNode dialogue) {
        return dialogue.isObject() ? dialogue.path("examples") : dialogue;
    }

    /** Who speaks in a line of a dialogue: {@code user} in v0, {@code name} since. */
    static Optional<String> speaker(JsonNode line) {
        return Texts.one(Texts.first(line, "user", "name"));
    }

    private static List<Character.Dialogue> examples(JsonNode field, String name) {
        var dialogues = new ArrayList<Character.Dialogue>();
        for (JsonNode dialogue : field) {
            var lines = new ArrayList<Character.Speech>();
            for (JsonNode line : lines(dialogue)) {
                JsonNode content = line.path("content");
                Optional<String> text =
                        Texts.one(content.isString() ? content : content.path("text"));
                text.ifPresent(said ->
                        lines.add(
                                new Character.Speech(
                                        fill(speaker(line).orElse(STRANGERS.getFirst()), name),
                                        fill(said, name))));
            }
            if (!lines.isEmpty()) {
                dialogues.add(new Character.Dialogue(lines));
            }
        }
        return dialogues;
    }

    /** Plain statements, and the text of documents that {@link Documents} put beside their path. */
    private static List<String> knowledge(JsonNode field) {
        var known = new ArrayList<>(Texts.list(field));
        for (JsonNode entry : field) {
            Texts.one(entry.path(Documents.TEXT)).ifPresent(known::add);
            for (JsonNode file : entry.path(Documents.FILES)) {
                Texts.one(file.path(Documents.TEXT)).ifPresent(known::add);
            }
        }
        return known;
    }

    private static List<String> filled(JsonNode field, String name) {
        return Texts.list(field).stream().map(text -> fill(text, name)).toList();
    }

    /** Fills the blanks of templates: {@code {{user1}}} is anybody, {@code {{agentName}}} is it. */
    private static String fill(String text, String name) {
        return BLANK.matcher(text)
                .replaceAll(blank ->
                        Matcher.quoteReplacement(
                                switch (blank.group(1).toLowerCase(Locale.ROOT)) {
                                    case "user", "name" -> stranger(blank.group(2));
                                    case "agentname", "agent", "char", "character" -> name;
                                    default -> blank.group();
                                }));
    }

    private static String stranger(String number) {
        int which = number.isEmpty() || number.length() > 2 ? 1 : Integer.parseInt(number);
        return STRANGERS.get(Math.clamp(which, 1, STRANGERS.size()) - 1);
    }
}
