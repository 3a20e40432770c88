package dev.carrier.pipeline.action;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text that is one emoji of Unicode, in the form in which a platform takes it as a reaction. A
 * server's own emoji are none: who may use them is not known here. Pure.
 *
 * @see <a href="https://www.unicode.org/reports/tr51/#EBNF_and_Regex">UTS #51, EBNF</a>
 */
final class OneEmoji {
    private static final int LONGEST = 32;
    private static final String ELEMENT =
            "(?![\\x{1F1E6}-\\x{1F1FF}])\\p{IsEmoji}(?:\\p{IsEmoji_Modifier}|\\uFE0F\\u20E3?|[\\x{E0020}-\\x{E007E}]+\\x{E007F})?";
    private static final Pattern EMOJI =
            Pattern.compile(
                    "[\\x{1F1E6}-\\x{1F1FF}]{2}|" + ELEMENT + "(?:\\u200D" + ELEMENT + ")*");

    private OneEmoji() {}

    static Optional<String> of(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !EMOJI.matcher(text).matches()) {
            return Optional.empty();
        }
        int first = text.codePointAt(0);
        boolean alone = text.length() == Character.charCount(first);
        // A digit is an emoji to Unicode only with a keycap around it.
        if (first < 0x80 && !text.endsWith("\u20E3")) {
            return Optional.empty();
        }
        // Signs that are text by themselves become pictures with this mark.
        return Optional.of(alone && !Character.isEmojiPresentation(first) ? text + "\uFE0F" : text);
    }
}
