package dev.carrier.pipeline.action;

import java.util.regex.Pattern;

/**
 * The thinking that some models write aloud before they speak, between {@code <think>} and {@code
 * </think>}: it is not said to people.
 */
final class Musing {
    private static final Pattern ALOUD =
            Pattern.compile("^\\s*<think(?:ing)?>.*?(?:</think(?:ing)?>|\\z)", Pattern.DOTALL);

    private Musing() {}

    /** What the model means to say; empty when it only thought. */
    static String without(String text) {
        return ALOUD.matcher(text).replaceFirst("");
    }
}
