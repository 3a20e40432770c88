package dev.carrier.bench;

import java.util.Locale;

/**
 * What a number should be.
 *
 * @param bound in the unit of the number
 * @param atMost whether the number may not be larger; otherwise it may not be smaller
 */
public record Aim(double bound, boolean atMost) {
    /** No more than this. */
    public static Aim atMost(double bound) {
        return new Aim(bound, true);
    }

    /** No less than this. */
    public static Aim atLeast(double bound) {
        return new Aim(bound, false);
    }

    /** Whether a number is so; what could not be measured is not. */
    public boolean met(double value) {
        return atMost ? value <= bound : value >= bound;
    }

    /** For people, without the unit. */
    public String words() {
        return (atMost ? "≤ " : "≥ ") + String.format(Locale.ROOT, "%,.0f", bound);
    }
}
