package dev.carrier.faults;

import dev.carrier.faults.judge.Verdict;
import java.time.Duration;
import java.util.SortedMap;

/**
 * What came of it.
 *
 * @param messages that people wrote
 * @param answers that the characters gave
 * @param faults how many of each kind
 * @param leftOut acts that the time was too short for
 * @param took from the first line to the last outcome
 */
public record FaultsReport(
        long seed,
        int messages,
        int answers,
        SortedMap<String, Integer> faults,
        int leftOut,
        Duration took,
        Verdict verdict) {

    /** All of them. */
    public int faultsInAll() {
        return faults.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Nothing was lost, doubled or disordered, and all that was planned has happened. */
    public boolean isClean() {
        return verdict.isClean() && leftOut == 0;
    }

    /** The sum in one line. */
    public String lastLine() {
        return "faults: %d messages, %d faults, %d lost, %d answered twice, %d out of order"
                .formatted(
                        messages,
                        faultsInAll(),
                        verdict.lost().size(),
                        verdict.twice().size(),
                        verdict.outOfOrder().size());
    }
}
