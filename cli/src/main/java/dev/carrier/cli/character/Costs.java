package dev.carrier.cli.character;

import dev.carrier.contracts.Json;
import dev.carrier.pipeline.character.Character;
import dev.carrier.pipeline.character.CharacterFile;
import dev.carrier.pipeline.character.Tokens;
import dev.carrier.pipeline.provider.prompt.PromptBudget;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a character's parts cost in a prompt that holds all of them, in tokens as Carrier estimates
 * them.
 */
record Costs(List<Part> parts) {

    /**
     * One part.
     *
     * @param items how many entries it has
     */
    record Part(String name, int items, int tokens) {
        private static Part of(String name, Collection<String> texts) {
            return new Part(name, texts.size(), texts.stream().mapToInt(Tokens::framed).sum());
        }
    }

    static Costs of(@SuppressWarnings("JavaLangClash") Character character) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of("system", character.system().stream().toList()));
        parts.add(Part.of("bio", character.bio()));
        parts.add(Part.of("adjectives", character.adjectives()));
        parts.add(
                Part.of(
                        "style",
                        Stream.concat(
                                        character.style().all().stream(),
                                        character.style().chat().stream())
                                .toList()));
        parts.add(Part.of("examples", character.examples().stream().map(Costs::text).toList()));
        parts.add(Part.of("topics", character.topics()));
        parts.add(Part.of("knowledge", character.knowledge()));
        parts.add(Part.of("lore", character.lore()));
        return new Costs(parts);
    }

    int total() {
        return parts.stream().mapToInt(Part::tokens).sum();
    }

    void print(CharacterFile file, PrintWriter out) {
        out.println(file.character().name() + "  " + file.version().hash() + "  " + file.path());
        for (Part part : parts) {
            out.printf("  %-10s %4d  %6d tokens%n", part.name(), part.items(), part.tokens());
        }
        out.printf(
                "  %-10s %4s  %6d tokens of %d that a prompt may have%n",
                "all", "", total(), budget());
        if (!file.documents().isEmpty()) {
            file.documents().forEach(document -> out.println("  document   " + document));
        }
    }

    String json(CharacterFile file) {
        var all =
                Json.mapper()
                        .createObjectNode()
                        .put("name", file.character().name())
                        .put("version", file.version().hash().value())
                        .put("file", file.path().toString())
                        .put("tokens", total())
                        .put("budget", budget());
        var each = all.putArray("parts");
        parts.forEach(part ->
                each.addObject()
                        .put("part", part.name())
                        .put("items", part.items())
                        .put("tokens", part.tokens()));
        return all.toString();
    }

    private static int budget() {
        return PromptBudget.standard(ZoneOffset.UTC).tokens();
    }

    private static String text(Character.Dialogue dialogue) {
        return String.join(
                "\n",
                dialogue.lines().stream()
                        .map(line -> line.speaker() + ": " + line.text())
                        .toList());
    }
}
