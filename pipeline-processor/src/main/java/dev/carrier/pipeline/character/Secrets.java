package dev.carrier.pipeline.character;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Finds secrets in a character's file. A file is shared, hashed and kept on a topic for good:
 * secrets are references there ({@code ${NAME}}, {@code env:NAME}), never values.
 */
final class Secrets {
    private static final Pattern REFERENCE =
            Pattern.compile(
                    "\\$\\{[A-Za-z_][A-Za-z0-9_]*}|(env|file|vault):\\S+|process\\.env\\.\\w+");

    /** Shapes that the platforms and providers give their tokens; text of people has none. */
    private static final Map<String, Pattern> SHAPES =
            Map.ofEntries(
                    Map.entry(
                            "a token of a Discord bot",
                            Pattern.compile("[MNO][\\w-]{23,27}\\.[\\w-]{6}\\.[\\w-]{27,}")),
                    Map.entry("an API key", Pattern.compile("\\bsk-[A-Za-z0-9_-]{20,}")),
                    Map.entry("an API key of Google", Pattern.compile("\\bAIza[\\w-]{35}")),
                    Map.entry(
                            "a token of GitHub", Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{30,}")),
                    Map.entry(
                            "a token of Slack", Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{10,}")),
                    Map.entry("a token of Meta", Pattern.compile("\\b(EAA|IGQ)[A-Za-z0-9]{40,}")),
                    Map.entry("a key of AWS", Pattern.compile("\\bAKIA[0-9A-Z]{16}\\b")),
                    Map.entry(
                            "a private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----")),
                    Map.entry("a token of Telegram", Pattern.compile("\\b\\d{8,10}:AA[\\w-]{33}")),
                    Map.entry(
                            "a signed web token",
                            Pattern.compile("\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{10,}")));

    private Secrets() {}

    /**
     * Where a secret stands.
     *
     * @param path as {@code /settings/secrets/KEY}
     * @param what what it looks like; never the value
     */
    record Found(String path, String what) {}

    /** Every secret of the file, in its order. */
    static List<Found> in(JsonNode file) {
        var found = new ArrayList<Found>();
        values(file.path("secrets"), "/secrets", found);
        values(file.path("settings").path("secrets"), "/settings/secrets", found);
        shapes(file, "", found);
        return found;
    }

    private static void values(JsonNode node, String path, List<Found> found) {
        node.properties()
                .forEach(field -> values(field.getValue(), path + "/" + field.getKey(), found));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                values(node.get(i), path + "/" + i, found);
            }
        }
        if (node.isValueNode() && !node.isNull() && !node.isMissingNode()) {
            String value = node.asString("").strip();
            if (!value.isEmpty() && !REFERENCE.matcher(value).matches()) {
                found.add(new Found(path, "a secret in the open"));
            }
        }
    }

    private static void shapes(JsonNode node, String path, List<Found> found) {
        for (var field : node.properties()) {
            shapes(field.getValue(), path + "/" + field.getKey(), found);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                shapes(node.get(i), path + "/" + i, found);
            }
        }
        if (node.isString() && found.stream().noneMatch(one -> one.path().equals(path))) {
            SHAPES.entrySet().stream()
                    .filter(shape -> shape.getValue().matcher(node.stringValue()).find())
                    .findFirst()
                    .ifPresent(shape -> found.add(new Found(path, shape.getKey())));
        }
    }
}
