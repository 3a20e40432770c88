package dev.carrier.pipeline.action;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model was not let finish, brought to an end that looks like one: back to the last whole
 * sentence or line, in code to the last whole line, with the fence closed. Pure.
 */
final class BrokenOff {
    private static final Pattern FENCE = Pattern.compile("`{3,}");

    /** The end of a sentence, closing quotes and brackets included; no number of a list. */
    private static final Pattern SENTENCE =
            Pattern.compile("(?<=[^\\d\\s])(?:[.!?…]+[\"'”’)\\]*_]{0,3}(?=\\s|\\z)|[。！？]+[」』）]?)");

    private static final Pattern LINE = Pattern.compile("\\n");
    private static final Pattern LAST_WORD = Pattern.compile("\\s+\\S*\\z");
    private static final String CLOSE = "\n```";

    private BrokenOff() {}

    /** The text up to its last whole part; a word and an ellipsis where it has none. */
    static String ended(String text) {
        int open = openFence(text);
        if (open < 0) {
            return prose(text);
        }
        int code = text.indexOf('\n', open);
        int end = text.lastIndexOf('\n');
        if (code >= 0 && end > code && !text.substring(code, end).isBlank()) {
            return text.substring(0, end).stripTrailing() + CLOSE;
        }
        return prose(text.substring(0, open));
    }

    /** Where the fence begins that nothing closes; -1 when all are closed. */
    private static int openFence(String text) {
        int open = -1;
        Matcher fences = FENCE.matcher(text);
        while (fences.find()) {
            open = open < 0 ? fences.start() : -1;
        }
        return open;
    }

    private static String prose(String text) {
        for (int end : ends(text).descendingSet()) {
            String whole = text.substring(0, end).strip();
            if (!whole.isEmpty() && !announces(whole)) {
                return whole;
            }
        }
        String words = text.strip();
        String kept = announces(words) ? words : LAST_WORD.matcher(words).replaceFirst("");
        return kept.replaceFirst("[\\s:,;.…]+\\z", "") + "…";
    }

    /** Its last line only says that something follows. */
    private static boolean announces(String text) {
        String line = text.substring(text.lastIndexOf('\n') + 1);
        return line.endsWith(":") || line.startsWith("#");
    }

    /** Where a sentence or a line ends. */
    private static NavigableSet<Integer> ends(String text) {
        NavigableSet<Integer> ends = new TreeSet<>();
        for (Pattern whole : List.of(SENTENCE, LINE)) {
            Matcher found = whole.matcher(text);
            while (found.find()) {
                ends.add(found.end());
            }
        }
        return ends;
    }
}
