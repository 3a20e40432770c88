package dev.carrier.ingest.instagram;

import java.util.Optional;

/**
 * What Instagram said to a question.
 *
 * @param <T> of what was asked for
 */
sealed interface Told<T> {
    /** It answered. */
    record Known<T>(T it) implements Told<T> {}

    /** There is no such thing, or the account may not see it. */
    record Gone<T>() implements Told<T> {}

    /** It did not answer, or not in time. */
    record NotNow<T>() implements Told<T> {}

    /** The answer, if there is one. */
    default Optional<T> known() {
        return this instanceof Known<T>(T it) ? Optional.of(it) : Optional.empty();
    }
}
