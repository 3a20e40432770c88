package dev.carrier.pipeline.state;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whose words an account's are, on a platform whose app lets people write as the account: the
 * platform tells of all of them alike, and often before the delivery of what the character said.
 *
 * @param own marks of what deliveries told, oldest first
 * @param held what was heard while a send was open: own words, or a person's
 * @param humanUntil a person has written as the account; until then the character is silent
 */
record Voice(List<String> own, List<Line> held, Optional<Instant> humanUntil) {
    /** Nothing is known. */
    static final Voice NONE = new Voice(List.of(), List.of(), Optional.empty());

    private static final int MOST_OWN = 32;
    private static final int MOST_HELD = 8;

    Voice {
        own = List.copyOf(own);
        held = List.copyOf(held);
    }

    boolean said(EventId event) {
        return own.contains(Derived.mark(event));
    }

    /** A delivery told of these words. */
    Voice saying(EventId event) {
        List<String> marks = new ArrayList<>(own);
        marks.add(Derived.mark(event));
        return new Voice(
                marks.subList(Math.max(0, marks.size() - MOST_OWN), marks.size()),
                held,
                humanUntil);
    }

    boolean full() {
        return held.size() >= MOST_HELD;
    }

    Voice holding(Line line) {
        List<Line> lines = new ArrayList<>(held);
        lines.add(line);
        return new Voice(own, lines, humanUntil);
    }

    /** Without what was held. */
    Voice released(EventId event) {
        return new Voice(
                own, held.stream().filter(line -> !line.id().equals(event)).toList(), humanUntil);
    }

    Voice human(Instant until) {
        return new Voice(
                own,
                held,
                humanUntil.filter(known -> known.isAfter(until)).or(() -> Optional.of(until)));
    }
}
