package dev.carrier.pipeline.action;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** To answer with a reaction: one emoji and nothing else, bare or as {@code [react: 👍]}. */
final class Reacting implements Action {
    private static final Pattern MARK =
            Pattern.compile(
                    "\\[\\s*react(?:ion)?\\s*:\\s*(\\S{1,40}?)\\s*]", Pattern.CASE_INSENSITIVE);

    @Override
    public Optional<Intent> take(Completion completion) {
        String text = Speech.withoutOwnName(completion.text(), completion.name()).strip();
        Matcher mark = MARK.matcher(text);
        return OneEmoji.of(mark.matches() ? mark.group(1) : text).map(Intent.React::new);
    }
}
