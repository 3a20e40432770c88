package dev.carrier.ingest.instagram;

import java.time.Instant;
import java.util.List;

/**
 * What was there when one thing was asked about.
 *
 * @param found what may be new, in the order of its times
 * @param times of all that was there, also of what is known or left
 */
record Harvest(List<Mapped.Happened> found, List<Instant> times) {
    Harvest {
        found = List.copyOf(found);
        times = List.copyOf(times);
    }

    /** Whether nothing was left for a webhook to bring. */
    boolean isWhole(Selection selection) {
        return times.stream().noneMatch(at -> at.isAfter(selection.upTo()));
    }
}
