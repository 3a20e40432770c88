package dev.carrier.pipeline.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Models write transcripts; a character says only its own lines. */
final class Speech {
    private Speech() {}

    /** The character's own words, without its name before them and what it made others say. */
    static String cleaned(Completion completion) {
        String text = Silence.removed(completion.text());
        List<String> own = new ArrayList<>();
        boolean code = false;
        boolean spoken = false;
        for (String line : text.replace("\r\n", "\n").split("\n", -1)) {
            String words = code ? line : withoutOwnName(line, completion.name());
            if (!code && spoken && isOfAnother(words, completion)) {
                break;
            }
            own.add(words);
            spoken = spoken || !words.isBlank();
            code = code ^ (fences(line) % 2 == 1);
        }
        return String.join("\n", own).strip();
    }

    /** Without {@code Ada:} at its beginning, plain or bold. */
    static String withoutOwnName(String text, String name) {
        String quoted = Pattern.quote(name);
        return Pattern.compile(
                        "^\\s*(?:\\*\\*"
                                + quoted
                                + "\\*\\*\\s*:|\\*\\*"
                                + quoted
                                + "\\s*:\\s*\\*\\*|"
                                + quoted
                                + "\\s*:)[ \\t]*",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .replaceFirst("");
    }

    private static boolean isOfAnother(String line, Completion completion) {
        String start = line.strip().replace("**", "").toLowerCase(Locale.ROOT);
        return completion.others().stream()
                .anyMatch(name -> start.startsWith(name.toLowerCase(Locale.ROOT) + ":"));
    }

    private static int fences(String line) {
        int count = 0;
        for (int at = line.indexOf("```"); at >= 0; at = line.indexOf("```", at + 3)) {
            count++;
        }
        return count;
    }

    /** Whether there is a word, a number or a picture in it, not only punctuation. */
    static boolean saysSomething(String text) {
        return text.codePoints()
                .anyMatch(one ->
                        Character.isLetterOrDigit(one)
                                || Character.isEmojiPresentation(one)
                                || Character.getType(one) == Character.OTHER_SYMBOL);
    }
}
