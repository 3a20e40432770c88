package dev.carrier.pipeline.provider.model;

import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.Usage;
import java.time.Instant;
import java.util.Optional;

/** What came of a question. Reasons hold no secret and nothing that people wrote. */
public sealed interface Answer {
    /** How many calls were made. */
    int attempts();

    /**
     * A completion.
     *
     * @param text as the model wrote it, never blank
     * @param model provider and model, as {@code anthropic/claude-…}
     * @param name of the model in the settings that answered, a fallback perhaps
     * @param startedAt when the call that succeeded began
     * @param finish why it stopped, as {@code stop} or {@code length}; absent when not told
     * @param blind it was not shown the pictures of the question
     */
    record Completed(
            String text,
            String model,
            String name,
            Usage usage,
            Instant startedAt,
            int attempts,
            Optional<String> finish,
            boolean blind)
            implements Answer {
        /** The model would have gone on: its limit of tokens was reached. */
        public boolean cut() {
            return finish.equals(Optional.of("length"));
        }
    }

    /** No answer, after every repeat and fallback. */
    record Failed(FailureKind kind, String reason, int attempts) implements Answer {}

    /**
     * Not now: a provider said to come back later than can be waited for here, or none can be
     * reached for the time being.
     *
     * @param until when to ask again, before the question's deadline
     */
    record Later(Instant until, String reason, int attempts) implements Answer {}
}
