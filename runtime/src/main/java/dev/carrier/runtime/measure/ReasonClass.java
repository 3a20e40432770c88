package dev.carrier.runtime.measure;

import java.util.List;

/**
 * Puts a reason, which is a sentence for people, into one of few classes, so that it can be a
 * label. Pure.
 */
public final class ReasonClass {
    /** Of a reason that is in no other class. */
    public static final String OTHER = "other";

    private static final List<String> KNOWN =
            List.of(
                    "a person answers here",
                    "absurd answer",
                    "addressed to another",
                    "always",
                    "asked by command",
                    "bot",
                    "bug",
                    "command",
                    "cooldown",
                    "could not be sent in time",
                    "deleted",
                    "dm",
                    "edited",
                    "empty",
                    "interaction expired",
                    "judge failed",
                    "judged",
                    "left to another",
                    "limit",
                    "listening",
                    "may not speak here",
                    "mention",
                    "name",
                    "no permission",
                    "no word",
                    "not addressed",
                    "not allowed for a role",
                    "not allowed here",
                    "not confirmed",
                    "not in the cast",
                    "not permitted",
                    "ordered",
                    "own message",
                    "pairing",
                    "partly",
                    "paused",
                    "published",
                    "refused before",
                    "refused",
                    "reply",
                    "silent",
                    "stopped",
                    "system",
                    "thread",
                    "too late",
                    "too many at once",
                    "too many rounds",
                    "too much for a tool",
                    "too old",
                    "unknown command",
                    "webhook",
                    "withdrawn",
                    "written by a person");

    private ReasonClass() {}

    /** The class of a reason: lower case, words joined by {@code _}; or {@link #OTHER}. */
    public static String of(String reason) {
        return KNOWN.stream()
                .filter(known -> begins(reason, known))
                .findFirst()
                .map(known -> known.replace(' ', '_'))
                .orElse(OTHER);
    }

    /** At the end of a word: {@code bot: no literal mention} is {@code bot}, a bottle is not. */
    private static boolean begins(String reason, String known) {
        return reason.startsWith(known)
                && (reason.length() == known.length()
                        || !Character.isLetterOrDigit(reason.charAt(known.length())));
    }
}
