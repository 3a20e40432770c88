package dev.carrier.pipeline.state;

import dev.carrier.contracts.Policy;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a text calls somebody by name, where the policy looks for it; code is not speech. */
final class Named {
    private static final Pattern CODE =
            Pattern.compile("```.*?(```|\\z)|`[^`\\n]*`", Pattern.DOTALL);
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    private Named() {}

    static boolean calls(String text, String name, Policy.Names where) {
        if (where == Policy.Names.NEVER || name.isBlank()) {
            return false;
        }
        String spoken = speech(text);
        String called = name.toLowerCase(Locale.ROOT).strip();
        if (where == Policy.Names.ANYWHERE) {
            return anywhere(spoken, called);
        }
        String core = EDGES.matcher(spoken).replaceAll("");
        return (core.startsWith(called) && bounded(core, 0, called.length()))
                || (core.endsWith(called)
                        && bounded(core, core.length() - called.length(), core.length()));
    }

    /** Whether the text shows a mention of this name: {@code @Ada}. */
    static boolean mentions(String text, String name) {
        return anywhere(speech(text), "@" + name.toLowerCase(Locale.ROOT).strip());
    }

    private static String speech(String text) {
        return CODE.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    private static boolean anywhere(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (bounded(text, at, at + word.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean bounded(String text, int from, int to) {
        return (from == 0 || !Character.isLetterOrDigit(text.codePointBefore(from)))
                && (to >= text.length() || !Character.isLetterOrDigit(text.codePointAt(to)));
    }
}
