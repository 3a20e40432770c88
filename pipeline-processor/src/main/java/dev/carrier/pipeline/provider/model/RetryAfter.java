package dev.carrier.pipeline.provider.model;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How long a provider asks to be left alone: seconds or a date (<a
 * href="https://www.rfc-editor.org/rfc/rfc9110#field.retry-after">RFC 9110</a>), or OpenAI's own
 * milliseconds. What is no time is as if it were not there.
 */
final class RetryAfter {
    /** Nobody means longer; and a sum with it must stay a time. */
    private static final Duration LONGEST = Duration.ofDays(2);

    private RetryAfter() {}

    static Optional<Duration> of(HttpHeaders headers, Instant now) {
        return headers.firstValue("retry-after-ms")
                .flatMap(text -> number(text, 1))
                .or(() ->
                        headers.firstValue("retry-after")
                                .flatMap(text -> number(text, 1000).or(() -> date(text, now))));
    }

    private static Optional<Duration> number(String text, long factor) {
        try {
            double millis = Math.ceil(Double.parseDouble(text.strip()) * factor);
            return millis >= 0 && millis <= LONGEST.toMillis()
                    ? Optional.of(Duration.ofMillis((long) millis))
                    : Optional.empty();
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> date(String text, Instant now) {
        try {
            Instant then =
                    ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
            Duration wait = Duration.between(now, then);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait)
                    .filter(one -> one.compareTo(LONGEST) <= 0);
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
