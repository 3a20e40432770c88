package dev.carrier.pipeline.action;

import java.util.Locale;
import java.util.Optional;

/** The small model's answer to whether to speak at all. */
enum Verdict {
    RESPOND,
    IGNORE,
    STOP;

    /** The first word of the answer; empty when it is none of these. */
    static Optional<Verdict> of(String text) {
        String word = text.strip().split("[^\\p{L}]+", 2)[0].toUpperCase(Locale.ROOT);
        for (Verdict verdict : values()) {
            if (verdict.name().equals(word)) {
                return Optional.of(verdict);
            }
        }
        return Optional.empty();
    }
}
