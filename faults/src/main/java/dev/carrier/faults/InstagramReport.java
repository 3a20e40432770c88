package dev.carrier.faults;

import dev.carrier.faults.instagram.judge.InstagramVerdict;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What came of the suite {@code instagram}.
 *
 * @param events what people wrote and did, what humans typed as an account, what was ordered
 * @param answers comments and messages that the characters wrote
 * @param posts that were published
 * @param faults how many of each kind
 * @param leftOut acts that the time was too short for
 * @param took from the first line to the last outcome
 */
public record InstagramReport(
        long seed,
        int events,
        int answers,
        int posts,
        SortedMap<String, Integer> faults,
        int leftOut,
        Duration took,
        InstagramVerdict verdict)
        implements Report {

    @Override
    public Map<String, List<String>> findings() {
        Map<String, List<String>> findings = new LinkedHashMap<>();
        findings.put("lost", verdict.lost());
        findings.put("answered twice", verdict.answeredTwice());
        findings.put("published twice", verdict.publishedTwice());
        findings.put("wrong", verdict.otherwise());
        return findings;
    }

    @Override
    public String lastLine() {
        return "faults: %d events, %d faults, %d lost, %d answered twice, %d published twice"
                .formatted(
                        events,
                        faultsInAll(),
                        verdict.lost().size(),
                        verdict.answeredTwice().size(),
                        verdict.publishedTwice().size());
    }
}
