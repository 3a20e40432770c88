package dev.carrier.pipeline.provider.model;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import java.util.Optional;

/** A provider answered with an error. What it wrote is left out: it may quote a key or a prompt. */
final class Refused extends HttpException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final long waitMillis;

    /**
     * @param code the provider's own name for the error, as {@code rate_limit_error}; may be empty
     * @param wait how long it asks to be left alone
     */
    Refused(int status, String code, Optional<Duration> wait) {
        super(status, "refused with " + (status + " " + code).strip());
        this.code = code;
        this.waitMillis = wait.map(Duration::toMillis).orElse(-1L);
    }

    Optional<Duration> pause() {
        return waitMillis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(waitMillis));
    }

    /** Whether the same question may be answered later. */
    boolean passes() {
        boolean empty = code.contains("quota") || code.contains("billing");
        int status = statusCode();
        return !empty
                && (status >= 500
                        || status == 429
                        || status == 408
                        || status == 409
                        || status == 425);
    }

    String reason() {
        return "refused with " + (statusCode() + " " + code).strip();
    }
}
