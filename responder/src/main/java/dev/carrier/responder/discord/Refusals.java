package dev.carrier.responder.discord;

import dev.carrier.responder.Spoken;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;

/**
 * What Discord's errors mean for one attempt. Codes:
 * https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
 */
final class Refusals {
    private Refusals() {}

    /** A place that cannot be spoken in. */
    static final class NoChannel extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoChannel(String why) {
            super(why);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    static Spoken of(RuntimeException problem) {
        return switch (problem) {
            case NoChannel none -> new Spoken.Refused(none.why());
            case InsufficientPermissionException missing ->
                    new Spoken.Refused(
                            "no permission: " + missing.getPermission().getName() + " (50013)");
            case ErrorResponseException answer -> ofAnswer(answer);
            case IllegalArgumentException ours ->
                    // JDA checks lengths before it sends; nothing went out.
                    new Spoken.Refused("not sendable: " + ours.getClass().getSimpleName());
            default -> ofCause(problem);
        };
    }

    private static Spoken ofAnswer(ErrorResponseException answer) {
        int code = answer.getErrorCode();
        if (code > 0 && !answer.isServerError() && answer.getResponse().code < 500) {
            return answer.getResponse().code == 429
                    ? new Spoken.NotNow("rate limit")
                    : new Spoken.Refused(answer.getMeaning() + " (" + code + ")");
        }
        return new Spoken.Unknown("Discord answered " + answer.getResponse().code);
    }

    private static Spoken ofCause(RuntimeException problem) {
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        if (cause instanceof RateLimitedException) {
            return new Spoken.NotNow("rate limit");
        }
        if (cause instanceof TimeoutException) {
            return new Spoken.Unknown("no answer in time");
        }
        return new Spoken.Unknown(cause.getClass().getSimpleName());
    }
}
