package dev.carrier.sandbox.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How close texts are to what was said: the share of what the words of a line tell that a text
 * shares with it. Rare words tell more than common ones, as in BM25. Immutable.
 */
final class Closeness {
    private static final double WEAK_WEIGHT = 0.12;

    private final Map<String, Double> weights = new HashMap<>();
    private final double unknown;

    /** Learns from a character's texts which words are common. */
    Closeness(Collection<String> texts) {
        var counts = new HashMap<String, Integer>();
        texts.forEach(text ->
                new HashSet<>(Words.of(text)).forEach(word -> counts.merge(word, 1, Integer::sum)));
        double all = Math.max(texts.size(), 1);
        counts.forEach((word, count) -> weights.put(word, rarity(all, count)));
        this.unknown = rarity(all, 0);
    }

    /**
     * How much of a line a text shares.
     *
     * @return 0 (nothing) to 1 (every word), a little less for a text that says much besides
     */
    double of(String line, String text) {
        Set<String> asked = new HashSet<>(Words.of(line));
        Set<String> there = new HashSet<>(Words.of(text));
        double total = asked.stream().mapToDouble(this::weight).sum();
        double shared = asked.stream().filter(there::contains).mapToDouble(this::weight).sum();
        double extra =
                there.stream()
                        .filter(word -> !asked.contains(word))
                        .mapToDouble(this::weight)
                        .sum();
        return total == 0 ? 0 : shared / total * (1 - 0.25 * extra / (extra + total));
    }

    /** The words about the subject that a line and a text share. */
    static long shared(String line, String text) {
        List<String> there = Words.of(text);
        return new HashSet<>(Words.of(line))
                .stream().filter(word -> Words.tells(word) && there.contains(word)).count();
    }

    /**
     * Whether two texts share more than words of grammar: a subject, or an idea such as a greeting.
     */
    static boolean meet(String line, String text) {
        List<String> there = Words.of(text);
        return Words.of(line).stream()
                .anyMatch(word ->
                        (word.startsWith("~") || Words.tells(word)) && there.contains(word));
    }

    private double weight(String word) {
        double rarity = weights.getOrDefault(word, unknown);
        if (word.startsWith("~")) {
            return 1.3 * rarity;
        }
        return Words.tells(word) ? rarity : WEAK_WEIGHT * rarity;
    }

    private static double rarity(double all, double count) {
        return Math.log(1 + (all - count + 0.5) / (count + 0.5));
    }
}
