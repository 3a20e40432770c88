package dev.carrier.sandbox.instagram.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a robots.txt lets Meta's crawler fetch. Pure.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9309">RFC 9309</a>
 * @see <a href="https://developers.facebook.com/docs/sharing/webmasters/web-crawlers">Meta's web
 *     crawlers</a>
 */
final class Robots {
    private static final String US = "facebookexternalhit";

    private Robots() {}

    private record Rule(boolean allows, String path) {
        boolean fits(String asked) {
            var whole = path.endsWith("$");
            var parts = (whole ? path.substring(0, path.length() - 1) : path).split("\\*", -1);
            var pattern = new StringBuilder();
            for (var i = 0; i < parts.length; i++) {
                pattern.append(i == 0 ? "" : ".*").append(Pattern.quote(parts[i]));
            }
            return Pattern.compile(pattern + (whole ? "$" : "")).matcher(asked).lookingAt();
        }
    }

    /**
     * Whether {@code path}, with its query, may be fetched where {@code text} is the robots.txt.
     */
    static boolean allow(String text, String path) {
        var ours = rules(text, US);
        var rules = ours.isEmpty() ? rules(text, "*") : ours;
        var best = new Rule(true, "");
        for (var rule : rules) {
            var longer = rule.path().length() - best.path().length();
            if (!rule.path().isEmpty()
                    && rule.fits(path)
                    && (longer > 0 || (longer == 0 && rule.allows()))) {
                best = rule;
            }
        }
        return best.allows();
    }

    /** Those of all groups that name {@code agent}. An empty group is a rule that allows all. */
    private static List<Rule> rules(String text, String agent) {
        var found = new ArrayList<Rule>();
        var named = false;
        var inRules = true;
        for (var line : text.split("\\R")) {
            var parts = line.split("#", 2)[0].split(":", 2);
            if (parts.length < 2) {
                continue;
            }
            var key = parts[0].strip().toLowerCase(Locale.ROOT);
            var value = parts[1].strip();
            if (key.equals("user-agent")) {
                named = (!inRules && named) || matches(value, agent);
                inRules = false;
                if (named) {
                    found.add(new Rule(true, ""));
                }
            } else if (key.equals("allow") || key.equals("disallow")) {
                inRules = true;
                if (named) {
                    found.add(new Rule(key.equals("allow"), value));
                }
            }
        }
        return found;
    }

    private static boolean matches(String value, String agent) {
        return value.toLowerCase(Locale.ROOT).split("/")[0].equals(agent);
    }
}
