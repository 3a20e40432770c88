package dev.carrier.responder.discord;

import dev.carrier.contracts.Place;
import dev.carrier.responder.Spoken;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.exceptions.MissingAccessException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;

/** What Discord's errors mean for one attempt; the words are those of {@link Remedies}. */
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

    /** A thread that does not open to us. */
    static final class Locked extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Locked(String why) {
            super(why);
        }
    }

    /** A place that cannot be spoken in yet. */
    static final class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotYet(String why) {
            super(why);
        }
    }

    /**
     * What a problem means.
     *
     * @param needs the permission without which the attempt cannot succeed
     */
    static Spoken of(RuntimeException problem, JDA jda, Place place, Permission needs) {
        return switch (problem) {
            case NoChannel none -> new Spoken.Refused(none.why(), Spoken.Reach.PLACE);
            case Locked locked ->
                    new Spoken.Refused(String.valueOf(locked.getMessage()), Spoken.Reach.PLACE);
            case Brakes.On brakes -> new Spoken.Limited(brakes.until(), brakes.why());
            case NotYet later -> new Spoken.NotNow(String.valueOf(later.getMessage()));
            case InsufficientPermissionException missing -> {
                int code = missing instanceof MissingAccessException ? 50001 : 50013;
                yield refused(code, jda, place, missing.getPermission(), "");
            }
            case ErrorResponseException answer -> ofAnswer(answer, jda, place, needs);
            case IllegalArgumentException ours ->
                    // JDA checks lengths before it sends; nothing went out.
                    new Spoken.Refused("Discord takes no such message: " + ours.getMessage());
            default -> ofCause(problem, place);
        };
    }

    private static Spoken ofAnswer(
            ErrorResponseException answer, JDA jda, Place place, Permission needs) {
        int status = answer.getResponse().code;
        if (status == 429) {
            return new Spoken.NotNow(limited(place));
        }
        if (status < 400 || status >= 500 || status == 408) {
            return new Spoken.Unknown("Discord answered " + status);
        }
        // Without a code of its own a refusal is still one: asking again brings the same answer.
        int code = answer.getErrorCode() > 0 ? answer.getErrorCode() : status;
        return refused(code, jda, place, needs, answer.getMeaning());
    }

    private static Spoken refused(
            int code, JDA jda, Place place, Permission needs, String meaning) {
        return new Spoken.Refused(
                code == 50013 && timedOut(jda, place)
                        ? "is timed out in "
                                + Remedies.server(place)
                                + ": end its timeout, or wait ("
                                + code
                                + ")"
                        : Remedies.of(code, place, needs, meaning),
                Remedies.bars(code) ? Spoken.Reach.PLACE : Spoken.Reach.THIS);
    }

    private static boolean timedOut(JDA jda, Place place) {
        return place.guild()
                .map(jda::getGuildById)
                .map(Guild::getSelfMember)
                .filter(self -> self.isTimedOut())
                .isPresent();
    }

    private static String limited(Place place) {
        return "Discord's rate limit in " + Remedies.where(place) + " (429)";
    }

    private static Spoken ofCause(RuntimeException problem, Place place) {
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        if (cause instanceof RateLimitedException) {
            return new Spoken.NotNow(limited(place));
        }
        if (cause instanceof TimeoutException) {
            return new Spoken.Unknown(
                    "Discord took nothing in "
                            + Remedies.where(place)
                            + " in time: a rate limit, slow mode or an outage");
        }
        return new Spoken.Unknown(cause.getClass().getSimpleName());
    }
}
