package dev.carrier.faults.harm;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was done so far, by kind. Not thread-safe. */
public final class Harm {
    private final SortedMap<String, Integer> done = new TreeMap<>();

    /** One more of a kind, such as {@code disconnect: close 4000}. */
    public void did(String kind) {
        did(kind, 1);
    }

    /** So many more of a kind. */
    public void did(String kind, int times) {
        done.merge(kind, times, Integer::sum);
    }

    /** How often each was done. */
    public SortedMap<String, Integer> byKind() {
        return new TreeMap<>(done);
    }

    /** All of them. */
    public int total() {
        return done.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Those of kinds that begin so. */
    public int total(String beginning) {
        return List.copyOf(done.entrySet()).stream()
                .filter(one -> one.getKey().startsWith(beginning))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
