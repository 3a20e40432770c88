package dev.carrier.pipeline.character;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether the fields that Carrier uses are there and of the right type. */
final class LintShapes {
    private static final Map<String, Shape> SHAPES = shapes();

    private enum Shape {
        TEXT("a text"),
        TEXTS("a text or a list of texts"),
        LIST("a list of texts"),
        KNOWLEDGE("a list of texts, {\"path\": …} or {\"directory\": …}"),
        OBJECT("an object in braces"),
        DIALOGUES("a list of dialogues");

        private final String words;

        Shape(String words) {
            this.words = words;
        }
    }

    private LintShapes() {}

    static void look(ObjectNode tree, Findings findings) {
        SHAPES.forEach((key, shape) -> check(tree.path(key), "/" + key, shape, findings));
        for (String key : List.of("all", "chat", "post")) {
            check(tree.path("style").path(key), "/style/" + key, Shape.TEXTS, findings);
        }
        if (Texts.one(tree.path("name")).isEmpty()) {
            findings.error("/name", "the character has no name", "add \"name\": \"…\" at the top");
        }
        if (Texts.list(tree.path("bio")).isEmpty() && Texts.one(tree.path("system")).isEmpty()) {
            findings.warning(
                    "/bio",
                    "nothing says who the character is",
                    "add \"bio\": [\"…\"] with a few sentences about it");
        }
        if (CharacterReader.examplesOf(tree).isEmpty()) {
            findings.warning(
                    "/messageExamples",
                    "there are no examples of how it talks",
                    "add \"messageExamples\" with two or three short dialogues: nothing shapes a"
                            + " voice as much");
        }
    }

    private static void check(JsonNode field, String path, Shape shape, Findings findings) {
        if (field.isMissingNode() || field.isNull()) {
            return;
        }
        boolean fits =
                switch (shape) {
                    case TEXT -> field.isString();
                    case TEXTS -> field.isString() || field.isArray();
                    case LIST, KNOWLEDGE, DIALOGUES -> field.isArray();
                    case OBJECT -> field.isObject();
                };
        if (!fits) {
            wrong(field, path, shape, findings);
        } else if (field.isArray() && shape != Shape.DIALOGUES) {
            elements(field, path, shape, findings);
        }
    }

    private static void elements(JsonNode list, String path, Shape shape, Findings findings) {
        for (int i = 0; i < list.size(); i++) {
            JsonNode one = list.get(i);
            boolean document =
                    shape == Shape.KNOWLEDGE && (one.has("path") || one.has("directory"));
            if (!one.isString() && !document) {
                wrong(one, path + "/" + i, shape == Shape.KNOWLEDGE ? shape : Shape.TEXT, findings);
            }
        }
    }

    private static void wrong(JsonNode field, String path, Shape shape, Findings findings) {
        String is = field.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
        findings.error(
                path,
                path + " is of the type " + is + " and is passed over",
                "write " + shape.words + " here");
    }

    private static Map<String, Shape> shapes() {
        var shapes = new TreeMap<String, Shape>();
        List.of("name", "username", "system").forEach(key -> shapes.put(key, Shape.TEXT));
        List.of("bio", "lore").forEach(key -> shapes.put(key, Shape.TEXTS));
        List.of("topics", "adjectives", "postExamples", "post_examples")
                .forEach(key -> shapes.put(key, Shape.LIST));
        List.of("knowledge", "documents").forEach(key -> shapes.put(key, Shape.KNOWLEDGE));
        List.of("style", "settings", "secrets").forEach(key -> shapes.put(key, Shape.OBJECT));
        List.of("messageExamples", "message_examples")
                .forEach(key -> shapes.put(key, Shape.DIALOGUES));
        return shapes;
    }
}
