package dev.carrier.bench;

import dev.carrier.sandbox.SeenMessage;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** How many turns were under way at the same moment. */
final class Overlap {
    private Overlap() {}

    /** The most messages that were accepted and not yet answered at once, of those answered. */
    static long most(Map<Said, SeenMessage> answered) {
        Map<Instant, Long> changes = new TreeMap<>();
        answered.forEach((said, answer) -> {
            changes.merge(said.message().acceptedAt(), 1L, Long::sum);
            changes.merge(answer.acceptedAt(), -1L, Long::sum);
        });
        long open = 0;
        long most = 0;
        for (long change : changes.values()) {
            open += change;
            most = Math.max(most, open);
        }
        return most;
    }
}
