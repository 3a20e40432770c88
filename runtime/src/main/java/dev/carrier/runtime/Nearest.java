package dev.carrier.runtime;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was meant. */
public final class Nearest {
    private Nearest() {}

    /** The known word nearest to one that was written, when it is near enough to be a slip. */
    public static Optional<String> of(String written, Collection<String> known) {
        int limit = Math.max(2, written.length() / 3);
        return known.stream()
                .min(
                        Comparator.comparingInt((String word) -> distance(written, word))
                                .thenComparing(Comparator.naturalOrder()))
                .filter(word -> distance(written, word) <= limit);
    }

    /** {@code ; did you mean 'policy'?}, or nothing when no word is near. */
    public static String hint(String written, Collection<String> known) {
        return of(written, known).map(word -> "; did you mean '" + word + "'?").orElse("");
    }

    private static int distance(String a, String b) {
        String from = a.toLowerCase(Locale.ROOT);
        String to = b.toLowerCase(Locale.ROOT);
        int[] before = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] now = new int[to.length() + 1];
            now[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(before[j - 1] + same, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[to.length()];
    }
}
