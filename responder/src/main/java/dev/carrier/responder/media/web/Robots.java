package dev.carrier.responder.media.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads {@code robots.txt} as RFC 9309 has it. */
final class Robots {
    private Robots() {}

    private record Rule(boolean allows, String path) {
        boolean matches(String asked) {
            boolean anchored = path.endsWith("$");
            String body = anchored ? path.substring(0, path.length() - 1) : path;
            var pattern = new StringBuilder();
            for (String literal : body.split("\\*", -1)) {
                pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(literal));
            }
            return Pattern.compile(pattern + (anchored ? "" : ".*"), Pattern.DOTALL)
                    .matcher(asked)
                    .matches();
        }
    }

    private record Group(List<String> agents, List<Rule> rules) {}

    /** Whether the agent may fetch the path: its own groups count, else those for everybody. */
    static boolean allow(String text, String agent, String path) {
        List<Group> groups = groups(text);
        List<Rule> rules = of(groups, agent.toLowerCase(Locale.ROOT));
        if (groups.stream().noneMatch(one -> one.agents().contains(agent))) {
            rules = of(groups, "*");
        }
        // The longest rule decides, and of two that are as long the one that allows.
        int longest = -1;
        boolean allows = true;
        for (Rule rule : rules) {
            if (!rule.path().isEmpty() && rule.matches(path)) {
                int length = rule.path().length();
                if (length > longest || (length == longest && rule.allows())) {
                    longest = length;
                    allows = rule.allows();
                }
            }
        }
        return allows;
    }

    private static List<Rule> of(List<Group> groups, String agent) {
        return groups.stream()
                .filter(one -> one.agents().contains(agent))
                .flatMap(one -> one.rules().stream())
                .toList();
    }

    private static List<Group> groups(String text) {
        List<Group> groups = new ArrayList<>();
        boolean naming = false;
        for (String line : text.lines().toList()) {
            String[] parts = line.split("#", 2)[0].split(":", 2);
            if (parts.length < 2) {
                continue;
            }
            String value = parts[1].strip();
            switch (parts[0].strip().toLowerCase(Locale.ROOT)) {
                case "user-agent" -> {
                    if (!naming) {
                        groups.add(new Group(new ArrayList<>(), new ArrayList<>()));
                    }
                    groups.getLast().agents().add(value.toLowerCase(Locale.ROOT));
                    naming = true;
                }
                case "allow", "disallow" -> {
                    if (!groups.isEmpty()) {
                        boolean allows = parts[0].strip().equalsIgnoreCase("allow");
                        groups.getLast().rules().add(new Rule(allows, value));
                    }
                    naming = false;
                }
                default -> {
                    // Sitemaps and the like belong to nobody.
                }
            }
        }
        return groups;
    }
}
