package dev.carrier.sandbox.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What one person said, as a prompt writes it down: {@code Author: text}, further lines of the same
 * text indented by two spaces.
 *
 * @param author who said it, as the prompt names them; empty when the prompt does not say
 * @param text what was said, with its real line breaks
 */
public record Line(String author, String text) {
    private static final Pattern SPOKEN =
            Pattern.compile("^(?:\\[[^]]*] ?)?([^:\\n]{1,60}):(?: (.*))?$");

    /**
     * Reads a text of such lines, in their order.
     *
     * @param written any text; blank lines are left out
     * @return the lines; what has no author keeps an empty one, or continues the line above when
     *     indented
     */
    public static List<Line> read(String written) {
        var lines = new ArrayList<Line>();
        for (String row : written.lines().toList()) {
            var spoken = SPOKEN.matcher(row);
            if (row.startsWith("  ") && !lines.isEmpty()) {
                Line last = lines.removeLast();
                lines.add(new Line(last.author(), last.text() + "\n" + row.substring(2)));
            } else if (!row.isBlank() && spoken.matches() && !row.startsWith("http")) {
                String text = spoken.group(2) == null ? "" : spoken.group(2);
                lines.add(new Line(author(spoken.group(1)), text));
            } else if (!row.isBlank()) {
                lines.add(new Line("", row.strip()));
            }
        }
        return List.copyOf(lines);
    }

    /** "Sam (replying to Ada)" and "[14:02] Sam" are both Sam. */
    private static String author(String named) {
        return named.replaceAll("\\[[^]]*]|\\([^)]*\\)", "").strip();
    }
}
