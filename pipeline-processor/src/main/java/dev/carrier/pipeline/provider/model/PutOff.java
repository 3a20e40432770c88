package dev.carrier.pipeline.provider.model;

import dev.carrier.contracts.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether and when a question is asked again that all its models left unanswered for the time being
 * (docs/decisions/0024-a-model-that-is-away-is-waited-for.md). Pure.
 */
final class PutOff {
    /**
     * What broke and may have been paid for is bought once more at most so often: with the three
     * calls of the first time that makes seven of a model for a turn.
     */
    static final int MOST_PAID = 4;

    /** What an answer takes: a question is not asked again with less time than this. */
    static final Duration A_CALL = Duration.ofSeconds(10);

    /** A shorter pause is none: the calls just made had pauses like this between them. */
    private static final Duration LEAST = Duration.ofSeconds(2);

    private PutOff() {}

    /** Whether waiting helps: it does not for judging, where silence costs nobody anything. */
    static boolean helps(List<Candidate> candidates, Ask ask) {
        return ask.purpose() != Purpose.JUDGE && candidates.stream().allMatch(Candidate::passes);
    }

    /** Whether it has been tried too often for what it may have cost. */
    static boolean costsTooMuch(List<Candidate> candidates, Ask ask) {
        return ask.putOff() >= MOST_PAID && candidates.stream().anyMatch(Candidate::paid);
    }

    /** When to ask again; empty when that would be too late for an answer. */
    static Optional<Instant> until(List<Candidate> candidates, Ask ask, Instant now) {
        Instant soonest =
                candidates.stream()
                        .map(one -> one.invited(now).orElse(now))
                        .min(Comparator.naturalOrder())
                        .orElse(now);
        Instant last = ask.deadline().minus(A_CALL);
        Instant wished = now.plus(Backoff.away(ask.seed(), ask.putOff()));
        Instant then = wished.isBefore(last) ? wished : last;
        return Optional.of(soonest.isAfter(then) ? soonest : then)
                .filter(one -> !one.isAfter(last))
                .filter(one -> !one.isBefore(now.plus(LEAST)));
    }
}
