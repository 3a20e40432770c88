package dev.carrier.sandbox.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Reads a character out of a system message: a first line {@code You are NAME.} and sections under
 * headings, of which {@code # Examples of how NAME talks} holds the dialogues. Any other text gives
 * a character without examples. Thread-safe.
 */
final class PersonaReader {
    private static final Pattern NAMED = Pattern.compile("(?m)^You are ([^.\\n]{1,80})\\.");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}\"'])");

    /** The same system message comes with every call of a busy minute. */
    private static final Map<String, Persona> KNOWN = new ConcurrentHashMap<>();

    private static final int MOST_KNOWN = 64;

    private PersonaReader() {}

    static Persona read(String system) {
        Persona known = KNOWN.get(system);
        if (known != null) {
            return known;
        }
        if (KNOWN.size() >= MOST_KNOWN) {
            KNOWN.clear();
        }
        Persona read = persona(system);
        KNOWN.put(system, read);
        return read;
    }

    private static Persona persona(String system) {
        var named = NAMED.matcher(system);
        String name = named.find() ? named.group(1).strip() : "the character";
        Map<String, String> sections = sections(system);
        return new Persona(
                name,
                examples(name, section(sections, "examples of how " + name + " talks")),
                sentences(section(sections, "what " + name + " knows")),
                topics(section(sections, "topics")));
    }

    private static Map<String, String> sections(String system) {
        var sections = new LinkedHashMap<String, StringBuilder>();
        var current = sections.computeIfAbsent("", ignored -> new StringBuilder());
        for (String row : system.lines().toList()) {
            if (row.startsWith("# ")) {
                current =
                        sections.computeIfAbsent(
                                row.substring(2).strip().toLowerCase(Locale.ROOT),
                                ignored -> new StringBuilder());
            } else {
                current.append(row).append('\n');
            }
        }
        var texts = new LinkedHashMap<String, String>();
        sections.forEach((heading, text) -> texts.put(heading, text.toString()));
        return texts;
    }

    private static String section(Map<String, String> sections, String heading) {
        return sections.getOrDefault(heading.toLowerCase(Locale.ROOT), "");
    }

    private static List<Example> examples(String name, String section) {
        var examples = new ArrayList<Example>();
        for (String block : section.split("\\n\\s*\\n")) {
            examples.addAll(dialogue(name, Line.read(block)));
        }
        return examples;
    }

    private static List<Example> dialogue(String name, List<Line> lines) {
        var examples = new ArrayList<Example>();
        var asked = new StringBuilder();
        String asker = "";
        Optional<String> before = Optional.empty();
        for (Line line : lines) {
            if (!line.author().equalsIgnoreCase(name)) {
                asked.append(asked.isEmpty() ? "" : "\n").append(line.text());
                asker = line.author();
            } else if (!asked.isEmpty()) {
                examples.add(new Example(asker, asked.toString(), line.text(), before));
                before = Optional.of(line.text());
                asked.setLength(0);
            } else if (!examples.isEmpty()) {
                // Two lines in a row are one answer: the character went on.
                Example open = examples.removeLast();
                String answer = open.answer() + "\n" + line.text();
                examples.add(new Example(open.asker(), open.asked(), answer, open.follows()));
                before = Optional.of(answer);
            }
        }
        return examples;
    }

    private static List<String> sentences(String text) {
        return text.lines()
                .map(row -> row.strip().replaceFirst("^[-*•] ", ""))
                .filter(row -> !row.isEmpty())
                .flatMap(SENTENCE_END::splitAsStream)
                .map(String::strip)
                .toList();
    }

    private static List<String> topics(String text) {
        return text.lines()
                .map(row -> row.strip().replaceFirst("^[-*•] ", ""))
                .flatMap(Pattern.compile("[,;]")::splitAsStream)
                .map(topic -> topic.strip().replaceFirst("\\.$", ""))
                .filter(topic -> !topic.isEmpty())
                .toList();
    }
}
