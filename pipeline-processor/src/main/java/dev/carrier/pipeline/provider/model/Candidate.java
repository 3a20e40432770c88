package dev.carrier.pipeline.provider.model;

import dev.carrier.contracts.FailureKind;
import java.time.Instant;
import java.util.Optional;

/** A model that may yet answer one question. For one thread. */
final class Candidate {
    private static final int TRIES = 3;

    private final OneModel model;
    private int tries;
    private boolean over;
    private boolean asked;
    private Instant notBefore = Instant.MIN;
    private FailureKind kind = FailureKind.MODEL;
    private String reason = "was not asked";

    Candidate(OneModel model) {
        this.model = model;
    }

    OneModel model() {
        return model;
    }

    boolean mayAnswer() {
        return !over && tries < TRIES;
    }

    /** When it may be asked: a pause that the provider asked for counts for all questions. */
    Instant notBefore() {
        Instant quiet = model.quietUntil();
        return quiet.isAfter(notBefore) ? quiet : notBefore;
    }

    void broke(Attempt.Broke broke, Instant now, String seed) {
        tries++;
        over = !broke.passes();
        kind = broke.kind();
        reason = broke.reason();
        asked = broke.pause().isPresent();
        notBefore =
                now.plus(
                        broke.pause()
                                .map(pause -> Backoff.after(pause, seed, tries))
                                .orElseGet(() -> Backoff.before(seed, tries)));
    }

    /** When its provider said to come back, if it said so and it may still answer. */
    Optional<Instant> invited(Instant now) {
        boolean quiet = model.quietUntil().isAfter(now);
        return !over && (asked || quiet) ? Optional.of(notBefore()) : Optional.empty();
    }

    FailureKind kind() {
        return kind;
    }

    String reason() {
        return model.name() + " (" + model.label() + ") " + reason;
    }
}
