package dev.carrier.pipeline.action;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** To stay silent: {@code <silence>reason</silence>} and nothing else. */
final class Silence implements Action {
    private static final Pattern TAG =
            Pattern.compile(
                    "<silence>(.*?)(?:</silence>|\\z)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_REASON = 200;

    @Override
    public Optional<Intent> take(Completion completion) {
        String text = Speech.withoutOwnName(completion.text(), completion.name()).strip();
        Matcher tag = TAG.matcher(text);
        if (!tag.find() || !tag.replaceAll("").isBlank()) {
            return Optional.empty();
        }
        tag.reset();
        String reason = tag.find() ? tag.group(1).strip().replaceAll("\\s+", " ") : "";
        int length = Math.min(reason.length(), LONGEST_REASON);
        return Optional.of(
                new Intent.Silent(reason.isEmpty() ? "no reason" : reason.substring(0, length)));
    }

    /** The text without the tag, where a model both speaks and claims to be silent. */
    static String removed(String text) {
        return TAG.matcher(text).replaceAll("");
    }
}
