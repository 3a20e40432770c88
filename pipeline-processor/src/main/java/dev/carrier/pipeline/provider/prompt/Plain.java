package dev.carrier.pipeline.provider.prompt;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes what people wrote harmless as a part of a prompt, and leaves its meaning alone. People's
 * text is data: it can neither begin a line of somebody else, nor look like a section, nor hide.
 */
final class Plain {
    /**
     * What is invisible: format characters but for the two joiners, which emoji and many scripts
     * need; controls but for tab and line feed; tag characters, which can spell whole hidden texts.
     */
    private static final Pattern HIDDEN =
            Pattern.compile(
                    "[\\p{Cc}&&[^\\t\\n]]|[\\p{Cf}&&[^\\u200C\\u200D]]|[\\x{E0000}-\\x{E0FFF}]");

    private static final Pattern BREAK =
            Pattern.compile("\\r\\n|[\\r\\u0085\\u2028\\u2029\\u000B\\f]");
    private static final Pattern NOT_IN_NAMES =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}:\\uFF1A\\uA789\\u2236\\uFE55#<>\\[\\](){}`*\\s]+");
    private static final int NAME_LENGTH = 32;

    private Plain() {}

    /** A name that fits before a colon: one line, no marks, at most 32 characters. */
    static String name(String shown) {
        String name = NOT_IN_NAMES.matcher(shown).replaceAll(" ").strip();
        if (name.isEmpty()) {
            return "somebody";
        }
        int length =
                name.offsetByCodePoints(
                        0, Math.min(NAME_LENGTH, name.codePointCount(0, name.length())));
        return name.substring(0, length).strip();
    }

    /** A text with nothing hidden in it, and no line that looks like a section of ours. */
    static String text(String written) {
        if (isPlain(written)) {
            return written.strip();
        }
        String visible = visible(written).strip();
        var out = new StringBuilder(visible.length());
        for (String row : visible.split("\n", -1)) {
            out.append(out.isEmpty() ? "" : "\n")
                    .append(looksLikeOurs(row) ? "\\" : "")
                    .append(row);
        }
        return out.toString();
    }

    /** A text with nothing hidden in it. */
    static String visible(String written) {
        return HIDDEN.matcher(BREAK.matcher(written).replaceAll("\n")).replaceAll("");
    }

    /** A text as the further part of a line: its own line breaks indented by two spaces. */
    static String indented(String text) {
        return text.replace("\n", "\n  ");
    }

    /**
     * Nearly all texts are, and patterns take long to say so: each prompt has hundreds of texts.
     */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            boolean harmless =
                    switch (Character.getType(one)) {
                        case Character.CONTROL -> one == '\n' || one == '\t';
                        case Character.FORMAT,
                                Character.SURROGATE,
                                Character.LINE_SEPARATOR,
                                Character.PARAGRAPH_SEPARATOR,
                                Character.UNASSIGNED ->
                                false;
                        default -> one != '#';
                    };
            if (!harmless) {
                return false;
            }
        }
        return true;
    }

    private static boolean looksLikeOurs(String row) {
        String plain = row.strip().toLowerCase(Locale.ROOT);
        return plain.startsWith("#")
                && Arrays.stream(Section.values())
                        .anyMatch(section ->
                                plain.replaceFirst("^#+\\s*", "# ")
                                        .startsWith(section.beginning().toLowerCase(Locale.ROOT)));
    }
}
