package dev.carrier.sandbox.model;

/**
 * A readable answer of an exact length, with prose, short fences of code and one fence that is
 * longer than a Discord message (2000 characters,
 * https://docs.discord.com/developers/resources/message#create-message). Stateless.
 */
final class LongAnswer {
    private static final String FENCE = "```";
    private static final String PROSE =
            "Each part stands on its own, so read it slowly and run it before you go on to the next one. ";
    private static final int LONG_FENCE = 2600;
    private static final int SHORT_FENCE = 420;

    private LongAnswer() {}

    /**
     * Writes the answer.
     *
     * @param length how many characters it has, exactly
     * @param language what the fences are marked with
     */
    static String of(int length, String language) {
        var text = new StringBuilder("Gladly, it is a long one, so in parts.\n\n");
        for (int part = 1; ; part++) {
            String section = section(part, language, part == 2 ? LONG_FENCE : SHORT_FENCE);
            if (text.length() + section.length() > length) {
                break;
            }
            text.append(section);
        }
        while (text.length() < length) {
            text.append(PROSE);
        }
        text.setLength(length);
        if (Character.isWhitespace(text.charAt(length - 1))) {
            text.setCharAt(length - 1, '.');
        }
        return text.toString();
    }

    private static String section(int part, String language, int codeLength) {
        var code = new StringBuilder();
        for (int line = 1; code.length() < codeLength; line++) {
            code.append(
                    "int part%dLine%d = count(%d) + %d;\n"
                            .formatted(part, line, line, part * line));
        }
        return "**Part %d.** %s%n%s%s%n%s%s%n%n"
                .formatted(part, PROSE.strip(), FENCE, language, code, FENCE)
                .replace("\r", "");
    }
}
