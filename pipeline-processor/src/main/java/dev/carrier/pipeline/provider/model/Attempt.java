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
     * @param passes asking again may help
     * @param called false when nothing was sent
     */
    record Broke(
            FailureKind kind,
            String reason,
            Optional<Duration> pause,
            boolean passes,
            boolean called)
            implements Attempt {}
}
