package dev.carrier.pipeline.action;

import java.util.regex.Pattern;

/** Words without Markdown, for platforms that would show its signs. Pure. */
final class Unmarked {
    private static final Pattern FENCE = Pattern.compile("(?m)^[ \\t]*`{3,}[^\\n`]*$\\n?");
    private static final Pattern HEADING = Pattern.compile("(?m)^[ \\t]{0,3}(?:-#|#{1,6})[ \\t]+");
    private static final Pattern LINK =
            Pattern.compile("\\[([^\\]\\n]+)]\\((https?://[^)\\s]+)\\)");
    private static final Pattern STRONG =
            Pattern.compile("(\\*\\*|__|~~)(?=\\S)(.+?)(?<=\\S)\\1", Pattern.DOTALL);
    private static final Pattern EMPHASIS =
            Pattern.compile("(?<![\\w*])\\*(?=[^\\s*])([^*\\n]+?)(?<=[^\\s*])\\*(?![\\w*])");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern BULLET = Pattern.compile("(?m)^([ \\t]*)[*-][ \\t]+");

    private Unmarked() {}

    static String of(String text) {
        String words = FENCE.matcher(text).replaceAll("");
        words = HEADING.matcher(words).replaceAll("");
        words = LINK.matcher(words).replaceAll("$1 ($2)");
        words = BULLET.matcher(words).replaceAll("$1• ");
        words = STRONG.matcher(words).replaceAll("$2");
        words = EMPHASIS.matcher(words).replaceAll("$1");
        return CODE.matcher(words).replaceAll("$1").strip();
    }
}
