package dev.carrier.pipeline.provider.model;

import dev.carrier.contracts.FailureKind;
import java.time.Instant;
import java.util.Optional;

/** A model that may yet answer one question. For one thread. */
final class Candidate {
    private static final int TRIES = 3;

    private final OneModel model;
    private final boolean repeatsPaid;
    private int tries;
    private boolean over;
    private boolean paid;
    private boolean passes = true;
    private boolean asked;
    private Instant notBefore = Instant.MIN;
    private FailureKind kind = FailureKind.MODEL;
    private String reason = "was not asked";

    /**
     * @param repeatsPaid whether a call that broke, and may have been paid for, is repeated at once
     */
    Candidate(OneModel model, boolean repeatsPaid) {
        this.model = model;
        this.repeatsPaid = repeatsPaid;
    }

    OneModel model() {
        return model;
    }

    boolean mayAnswer() {
        return !over && tries < TRIES && (repeatsPaid || !paid);
    }

    /** When it may be asked: a pause that the provider asked for counts for all questions. */
    Instant notBefore() {
        Instant quiet = model.quietUntil();
        return quiet.isAfter(notBefore) ? quiet : notBefore;
    }

    void broke(Attempt.Broke broke, Instant now, String seed) {
        tries++;
        over = broke.again() == Attempt.Again.NO;
        passes = broke.again().passes();
        paid |= broke.again() == Attempt.Again.LATER_AND_PAID;
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

    /** Whether it may answer later what it did not answer now. */
    boolean passes() {
        return passes;
    }

    /** Whether a call that brought nothing may have been paid for. */
    boolean paid() {
        return paid;
    }

    FailureKind kind() {
        return kind;
    }

    String reason() {
        return model.name() + " (" + model.label() + ") " + reason;
    }
}
