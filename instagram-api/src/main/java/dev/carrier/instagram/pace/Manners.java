package dev.carrier.instagram.pace;

import dev.carrier.instagram.error.GraphError;
import dev.carrier.instagram.error.Trouble;
import java.time.Duration;
import java.util.Optional;

/** How fast to go, by what is known. Pure. */
final class Manners {
    /** From here on it goes slowly, in percent. */
    static final int SLOW = 75;

    /** From here on only what a person waits for is called. */
    static final int STOP = 90;

    /** So long a use that was seen is believed. */
    static final Duration BELIEVED = Duration.ofMinutes(5);

    private static final Duration A_POINT = Duration.ofMillis(400);
    private static final Duration ANSWER_SLOWED = Duration.ofSeconds(1);
    private static final Duration UNKNOWN_API = Duration.ofMinutes(5);
    private static final Duration UNKNOWN_MESSAGING = Duration.ofMinutes(1);

    private Manners() {}

    /** How long a use is believed: no longer than until Meta gives the account its calls back. */
    static Duration believed(Usage usage) {
        boolean sooner = usage.regain().isPositive() && usage.regain().compareTo(BELIEVED) < 0;
        return sooner ? usage.regain() : BELIEVED;
    }

    static Gate gate(Standing standing, Lane lane, Urgency urgency, Duration patience) {
        if (standing.pause().isPositive()) {
            return new Gate.Shut(
                    standing.pause(), "Instagram has limited this account; Carrier waits");
        }
        boolean counted = !lane.messaging();
        if (counted && standing.percent() >= STOP && urgency == Urgency.BACKGROUND) {
            return new Gate.Shut(
                    standing.seenFor(),
                    standing.percent()
                            + " % of what this account may call is used; only answers go out");
        }
        if (!standing.taken()) {
            return new Gate.Shut(standing.turn(), "as many calls of this kind as allowed are out");
        }
        Duration slowed = counted ? slowed(standing.percent(), urgency) : Duration.ZERO;
        Duration wait = longer(standing.turn(), slowed);
        return new Gate.Open(wait.compareTo(patience) > 0 ? patience : wait);
    }

    /** How long a limit pauses the account; empty when the error is none. */
    static Optional<Duration> pause(Lane lane, Usage usage, Optional<GraphError> error) {
        if (error.filter(it -> it.trouble() == Trouble.RATE).isPresent()) {
            return Optional.of(
                    usage.regain().isPositive()
                            ? usage.regain()
                            : lane.messaging() ? UNKNOWN_MESSAGING : UNKNOWN_API);
        }
        return Optional.of(usage.regain()).filter(it -> it.isPositive() && !lane.messaging());
    }

    private static Duration slowed(int percent, Urgency urgency) {
        return switch (urgency) {
            case ANSWER -> percent >= STOP ? ANSWER_SLOWED : Duration.ZERO;
            case BACKGROUND ->
                    percent < SLOW ? Duration.ZERO : A_POINT.multipliedBy(percent - SLOW + 1L);
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
