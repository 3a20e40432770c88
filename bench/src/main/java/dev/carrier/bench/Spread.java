package dev.carrier.bench;

import java.util.Collection;
import java.util.List;

/**
 * Many measurements of one thing, in milliseconds.
 *
 * @param ascending all of them, the smallest first
 */
public record Spread(List<Double> ascending) {
    public Spread {
        ascending = ascending.stream().sorted().toList();
    }

    /** Of measurements in any order. */
    public static Spread of(Collection<Double> millis) {
        return new Spread(List.copyOf(millis));
    }

    /** How many there are. */
    public int count() {
        return ascending.size();
    }

    /**
     * The smallest measurement that so many percent of all do not exceed (nearest rank); 0 if there
     * is none.
     *
     * @param percent above 0, at most 100
     */
    public double at(double percent) {
        if (ascending.isEmpty()) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100 * ascending.size());
        return ascending.get(Math.max(1, rank) - 1);
    }

    /** The largest; 0 if there is none. */
    public double max() {
        return at(100);
    }
}
