package dev.carrier.pipeline.character;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the parts of a character cost in each prompt. */
final class LintLengths {
    /** Tokens from which on a part is worth a word. */
    private static final Map<String, Integer> MUCH =
            Map.of(
                    "system", 800,
                    "bio", 800,
                    "lore", 800,
                    "knowledge", 2000,
                    "documents", 2000,
                    "topics", 300,
                    "adjectives", 200,
                    "style", 600);

    private static final int MUCH_FOR_EXAMPLES = 2500;

    private LintLengths() {}

    static void look(ObjectNode tree, Findings findings) {
        MUCH.forEach((key, much) -> check(tree, key, much, findings));
        for (String key : List.of("messageExamples", "message_examples")) {
            check(tree, key, MUCH_FOR_EXAMPLES, findings);
        }
    }

    private static void check(ObjectNode tree, String key, int much, Findings findings) {
        int tokens = tokens(tree.path(key));
        if (tokens > much) {
            findings.warning(
                    "/" + key,
                    "\"" + key + "\" costs about " + tokens + " tokens in a prompt",
                    "shorten it to " + much + " or less, or parts of it will be left out");
        }
    }

    private static int tokens(JsonNode node) {
        if (node.isString()) {
            return Tokens.of(node.stringValue());
        }
        int tokens = 0;
        for (JsonNode inner : node) {
            tokens += tokens(inner);
        }
        return tokens;
    }
}
