package dev.carrier.cli.up;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Silence is most of what happens where many talk. The first of its kind is told at once; those
 * that follow within ten seconds are told together. Reads no clock; one thread.
 */
final class Silences {
    private static final Duration TOGETHER = Duration.ofSeconds(10);

    private final Map<String, Run> runs = new LinkedHashMap<>();

    private record Run(Instant until, int more) {}

    /** Takes one; gives it back when it is to be told now. */
    Optional<String> told(String silence, Instant at) {
        Run before = runs.get(silence);
        if (before == null) {
            runs.put(silence, new Run(at.plus(TOGETHER), 0));
            return Optional.of(silence);
        }
        runs.put(silence, new Run(before.until(), before.more() + 1));
        return Optional.empty();
    }

    /** What has come together until now, a line for each kind. */
    List<String> due(Instant now) {
        List<String> lines = new ArrayList<>();
        for (var run : List.copyOf(runs.entrySet())) {
            if (run.getValue().until().isAfter(now)) {
                continue;
            }
            if (run.getValue().more() == 0) {
                runs.remove(run.getKey());
            } else {
                lines.add(run.getKey() + ", " + run.getValue().more() + " more");
                runs.put(run.getKey(), new Run(now.plus(TOGETHER), 0));
            }
        }
        return lines;
    }
}
