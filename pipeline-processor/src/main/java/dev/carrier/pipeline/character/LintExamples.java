package dev.carrier.pipeline.character;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether the dialogues show the character: somebody speaks, and it answers. */
final class LintExamples {
    private static final Set<String> ITSELF = Set.of("{{agentname}}", "{{agent}}", "{{char}}");

    private LintExamples() {}

    static void look(ObjectNode tree, Findings findings) {
        JsonNode dialogues = CharacterReader.examplesOf(tree);
        String path = tree.has("message_examples") ? "/message_examples" : "/messageExamples";
        for (int i = 0; i < dialogues.size(); i++) {
            JsonNode dialogue = dialogues.get(i);
            JsonNode lines = CharacterReader.lines(dialogue);
            String inner = path + "/" + i;
            if (!lines.isArray() || lines.isEmpty()) {
                findings.warning(
                        inner,
                        "dialogue " + (i + 1) + " has no lines and is passed over",
                        "write a list of {\"name\": …, \"content\": {\"text\": …}}");
            } else {
                speakers(tree, lines, inner, i + 1, findings);
            }
        }
    }

    private static void speakers(
            ObjectNode tree, JsonNode lines, String path, int number, Findings findings) {
        var speakers = new LinkedHashSet<String>();
        boolean speaks = false;
        boolean last = false;
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = lines.get(i);
            Optional<String> speaker = CharacterReader.speaker(line);
            JsonNode content = line.path("content");
            if (Texts.one(content.isString() ? content : content.path("text")).isEmpty()) {
                findings.warning(
                        path + "/" + i,
                        "a line of dialogue " + number + " has no text and is passed over",
                        "write \"content\": {\"text\": \"…\"}");
            }
            if (speaker.isEmpty()) {
                findings.warning(
                        path + "/" + i,
                        "a line of dialogue " + number + " does not say who speaks",
                        "add \"name\": \"{{user1}}\", or the character's name");
            }
            last = speaker.filter(who -> itself(tree, who)).isPresent();
            speaks |= last;
            speaker.ifPresent(speakers::add);
        }
        judge(tree, path, number, findings, speakers, speaks, last);
    }

    private static void judge(
            ObjectNode tree,
            String path,
            int number,
            Findings findings,
            Set<String> speakers,
            boolean speaks,
            boolean last) {
        String name = tree.path("name").asString("the character");
        if (!speaks && tree.has("name")) {
            findings.warning(
                    path,
                    "in dialogue "
                            + number
                            + " nobody is "
                            + name
                            + ", only "
                            + String.join(", ", speakers),
                    "name the character's lines exactly \"" + name + "\"");
        } else if (speaks && speakers.size() == 1) {
            findings.warning(
                    path,
                    "in dialogue " + number + " only " + name + " speaks",
                    "begin it with what somebody says to " + name);
        } else if (speaks && !last) {
            findings.warning(
                    path,
                    "dialogue " + number + " ends without an answer of " + name,
                    "add the answer, or remove the last line");
        }
    }

    private static boolean itself(ObjectNode tree, String speaker) {
        return speaker.equalsIgnoreCase(tree.path("name").asString(""))
                || speaker.equalsIgnoreCase(tree.path("username").asString(""))
                || ITSELF.contains(speaker.toLowerCase(Locale.ROOT).replace(" ", ""));
    }
}
