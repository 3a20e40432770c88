package dev.carrier.pipeline.provider.model;

import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What came of one call of one model. */
sealed interface Attempt {

    /**
     * It answered.
     *
     * @param blind it was not shown the pictures of the question
     * @param calls how many calls it took: two where it refused the pictures
     */
    record Done(
            String text,
            Usage usage,
            Instant startedAt,
            Optional<String> finish,
            boolean blind,
            int calls)
            implements Attempt {}

    /**
     * It did not.
     *
     * @param pause how long the provider asks to be left alone
     * @param again whether asking again may help
     * @param called false when nothing was sent
     */
    record Broke(
            FailureKind kind, String reason, Optional<Duration> pause, Again again, boolean called)
            implements Attempt {}

    /** What is known of the same question, asked again. */
    enum Again {
        /** It would end the same, or cost the same once more. */
        NO,
        /** An odd answer: a few more may be better, and waiting changes nothing. */
        NOW,
        /** It passes, now or later, and nothing was bought. */
        LATER,
        /** It passes, now or later, and what broke may have been paid for. */
        LATER_AND_PAID;

        /** Whether waiting helps. */
        boolean passes() {
            return this == LATER || this == LATER_AND_PAID;
        }
    }
}
