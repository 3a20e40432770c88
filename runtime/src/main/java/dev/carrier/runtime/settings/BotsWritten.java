package dev.carrier.runtime.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who of the bots is allowed, as people write it: a word ({@code never}, {@code ours}, {@code
 * all}), or a list of words and ids. Pure.
 */
final class BotsWritten {
    private static final String NEVER = "never";
    private static final List<String> WORDS = List.of(NEVER, "ours", "all");

    private BotsWritten() {}

    /** Who is meant: words and ids, sorted; empty for nobody. */
    static List<String> allowed(List<String> written) {
        return written.stream()
                .map(BotsWritten::one)
                .filter(who -> !who.equals(NEVER))
                .distinct()
                .sorted()
                .toList();
    }

    /** What is wrong with it, if something is. */
    static Optional<String> problem(List<String> written) {
        List<String> all = written.stream().map(BotsWritten::one).toList();
        if (all.isEmpty()) {
            return Optional.of("must say who: never, ours, all, or bots");
        }
        for (String who : all) {
            if (!WORDS.contains(who) && !who.matches("discord:user:\\d{1,20}")) {
                return Optional.of(
                        "must be never, ours, all, or bots like discord:user:123456789012345678,"
                                + " not '%s'".formatted(who));
            }
            if (all.size() > 1 && (who.equals(NEVER) || who.equals("all"))) {
                return Optional.of("is " + who + " and more; one of them is too much");
            }
        }
        return Optional.empty();
    }

    private static String one(String written) {
        return written.strip().toLowerCase(Locale.ROOT);
    }
}
