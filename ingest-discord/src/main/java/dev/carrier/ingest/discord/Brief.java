package dev.carrier.ingest.discord;

import java.util.regex.Pattern;

/** Texts of people within a line of ours. Pure. */
final class Brief {
    /** https://docs.discord.com/developers/reference#message-formatting. */
    private static final Pattern CUSTOM_EMOJI = Pattern.compile("<a?:(\\w+):\\d+>");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Brief() {}

    /** On one line, and of at most so many characters. */
    static String line(String text, int atMost) {
        String flat = SPACE.matcher(emoji(text).strip()).replaceAll(" ");
        if (flat.codePointCount(0, flat.length()) <= atMost) {
            return flat;
        }
        return flat.substring(0, flat.offsetByCodePoints(0, atMost - 1)).strip() + "…";
    }

    /** With a server's own emoji by name, not by number. */
    static String emoji(String text) {
        return CUSTOM_EMOJI.matcher(text).replaceAll(":$1:");
    }
}
