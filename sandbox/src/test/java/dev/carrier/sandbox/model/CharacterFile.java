package dev.carrier.sandbox.model;

import dev.carrier.sandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One of the project's own characters, written down as a prompt tells of it. */
record CharacterFile(String name, JsonNode root) {
    static CharacterFile of(String file) {
        try {
            JsonNode root =
                    Json.objectOf(Files.readString(Path.of("../characters", file + ".json")));
            return new CharacterFile(Json.text(root, "name", ""), root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each dialogue as its lines, whichever of the three forms the file has. */
    List<List<Line>> dialogues() {
        var dialogues = new ArrayList<List<Line>>();
        for (JsonNode group : root.path("messageExamples")) {
            var lines = new ArrayList<Line>();
            for (JsonNode message : group.isArray() ? group : group.path("examples")) {
                String who =
                        Json.text(message, "name")
                                .or(() -> Json.text(message, "user"))
                                .orElseThrow();
                String text = Json.text(message.path("content"), "text", "");
                lines.add(new Line(who.startsWith("{{") ? "Someone" : who, text));
            }
            dialogues.add(lines);
        }
        return dialogues;
    }

    String system() {
        var system = new StringBuilder("You are " + name + ".\n\n# About " + name + "\n");
        root.path("bio").forEach(line -> system.append(line.asString()).append('\n'));
        system.append("\n# What ").append(name).append(" knows\n");
        root.path("knowledge")
                .forEach(line -> system.append("- ").append(line.asString()).append('\n'));
        system.append("\n# Topics\n");
        root.path("topics")
                .forEach(line -> system.append("- ").append(line.asString()).append('\n'));
        system.append("\n# Examples of how ").append(name).append(" talks\n");
        for (List<Line> dialogue : dialogues()) {
            dialogue.forEach(line ->
                    system.append(line.author())
                            .append(": ")
                            .append(line.text().replace("\n", "\n  "))
                            .append('\n'));
            system.append('\n');
        }
        return system.toString();
    }

    Prompt hears(String... lines) {
        return Prompt.of(
                List.of(
                        new Message("system", system()),
                        new Message("user", String.join("\n", lines))));
    }
}
