package dev.carrier.faults;

import dev.carrier.faults.judge.Verdict;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What came of it.
 *
 * @param messages that people wrote
 * @param answers that the characters gave
 * @param faults how many of each kind
 * @param leftOut acts that the time was too short for
 * @param took from the first line to the last outcome
 * @param paid calls of the model
 */
public record FaultsReport(
        long seed,
        int messages,
        int answers,
        SortedMap<String, Integer> faults,
        int leftOut,
        Duration took,
        Paid paid,
        Verdict verdict)
        implements Report {

    @Override
    public Map<String, List<String>> findings() {
        Map<String, List<String>> findings = new LinkedHashMap<>();
        findings.put("lost", verdict.lost());
        findings.put("answered twice", verdict.twice());
        findings.put("out of order", verdict.outOfOrder());
        findings.put("wrong", verdict.otherwise());
        findings.put("paid again", paid.tooMany() == 0 ? List.of() : List.of(paid.words()));
        return findings;
    }

    @Override
    public List<String> notes() {
        return List.of(paid.words());
    }

    @Override
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
