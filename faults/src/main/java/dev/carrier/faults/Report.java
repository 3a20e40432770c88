package dev.carrier.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What came of a suite, whichever it was. */
public interface Report {
    /** How many answers the characters gave. */
    int answers();

    /** How many faults of each kind. */
    SortedMap<String, Integer> faults();

    /** Acts that the time was too short for. */
    int leftOut();

    /** From the first line to the last outcome. */
    Duration took();

    /**
     * What is to be said of it, each in a sentence, by what it is an example of; all known kinds.
     */
    Map<String, List<String>> findings();

    /** What else is worth a look, a sentence each. */
    default List<String> notes() {
        return List.of();
    }

    /** The sum in one line. */
    String lastLine();

    /** All faults. */
    default int faultsInAll() {
        return faults().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Nothing is to be said of it, and all that was planned has happened. */
    default boolean isClean() {
        return leftOut() == 0 && findings().values().stream().allMatch(List::isEmpty);
    }
}
