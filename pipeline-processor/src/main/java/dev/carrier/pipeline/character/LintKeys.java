package dev.carrier.pipeline.character;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Which parts of a file Carrier does without, and where their meaning belongs here. */
final class LintKeys {
    private static final Set<String> USED =
            Set.of(
                    "name",
                    "username",
                    "system",
                    "bio",
                    "lore",
                    "knowledge",
                    "documents",
                    "topics",
                    "adjectives",
                    "style",
                    "messageExamples",
                    "message_examples",
                    "postExamples",
                    "post_examples");

    /** What other parts of elizaOS' files are for, and what takes their place. */
    private static final Map<String, String> INSTEAD =
            Map.ofEntries(
                    Map.entry("id", "nothing to do: a version is named by the hash of its content"),
                    Map.entry("modelProvider", "choose a model in carrier.yaml: accounts.….model"),
                    Map.entry("imageModelProvider", "nothing to do: Carrier draws no pictures"),
                    Map.entry("modelEndpointOverride", "set models.….url in carrier.yaml"),
                    Map.entry("clients", "list the accounts in carrier.yaml: accounts"),
                    Map.entry("clientConfig", "write policy.rules in carrier.yaml"),
                    Map.entry("plugins", "nothing to do: plugins of elizaOS are not run"),
                    Map.entry("templates", "move what matters into \"system\" or \"style\""),
                    Map.entry("settings", "models and places are set in carrier.yaml"),
                    Map.entry("secrets", "secrets live in .env"),
                    Map.entry("twitterProfile", "nothing to do"),
                    Map.entry("people", "move what matters into \"knowledge\""),
                    Map.entry("goals", "move what matters into \"bio\" or \"system\""),
                    Map.entry("tools", "nothing to do: no tool is called yet"),
                    Map.entry("temperature", "set it at the model"),
                    Map.entry("advanced_planning", "nothing to do"),
                    Map.entry("advanced_memory", "set memory in carrier.yaml"));

    private LintKeys() {}

    static void look(ObjectNode tree, Findings findings) {
        for (String key : tree.propertyNames()) {
            if (USED.contains(key) || key.startsWith("$") || key.startsWith("x_")) {
                continue;
            }
            String instead = INSTEAD.get(key);
            if (instead != null) {
                findings.note("/" + key, "\"" + key + "\" is kept and not used", instead);
            } else {
                findings.note(
                        "/" + key,
                        "\"" + key + "\" is kept and not used: Carrier does not know it",
                        meant(key));
            }
        }
    }

    private static String meant(String key) {
        return USED.stream()
                .filter(used -> close(used, key))
                .sorted()
                .findFirst()
                .map(used -> "did you mean \"" + used + "\"?")
                .orElse("remove it, or leave it for other programs");
    }

    /** The same letters but for two neighbours, or other capitals, hyphens or underscores. */
    private static boolean close(String used, String key) {
        String one = plain(used);
        String two = plain(key);
        if (one.equals(two)) {
            return true;
        }
        int same = 0;
        while (same < Math.min(one.length(), two.length())
                && one.charAt(same) == two.charAt(same)) {
            same++;
        }
        int end = 0;
        while (end < Math.min(one.length(), two.length()) - same
                && one.charAt(one.length() - 1 - end) == two.charAt(two.length() - 1 - end)) {
            end++;
        }
        return Math.max(one.length(), two.length()) - same - end <= 2;
    }

    private static String plain(String key) {
        return key.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
