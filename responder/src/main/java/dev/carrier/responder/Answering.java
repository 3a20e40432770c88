package dev.carrier.responder;

import dev.carrier.contracts.Interaction;
import dev.carrier.responder.Sending.Ending;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Gives the answer to a command until the platform has taken it. To give it twice is to give it
 * once, so nothing is looked up. Blocks on the caller's thread; thread-safe.
 */
final class Answering {
    private final InstantSource clock;

    Answering(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The platform's word on it.
     *
     * @param still whether it is still to be given
     * @param giveUp why it is over after what the last attempt brought; empty to go on
     * @return empty when the platform does not wait for it any more
     */
    Optional<Ending> answer(
            Interaction to,
            String text,
            Speaks speaks,
            BooleanSupplier still,
            Function<String, Optional<Ending>> giveUp)
            throws InterruptedException {
        Duration pause = Sending.FIRST_PAUSE;
        String last = Sending.NO_ATTEMPT;
        while (clock.instant().isBefore(to.expiresAt())) {
            Optional<Ending> end = giveUp.apply(last);
            if (end.isPresent()) {
                return end;
            }
            Optional<Spoken> spoken = speaks.answer(to, text, still);
            if (spoken.isEmpty()) {
                return Optional.empty();
            }
            switch (spoken.get()) {
                case Spoken.Sent sent -> {
                    return Optional.of(new Ending.Accepted(sent, false));
                }
                case Spoken.Refused refused -> {
                    return Optional.of(new Ending.Refused(refused.why()));
                }
                case Spoken.Limited limited -> {
                    return Optional.of(new Ending.Refused(limited.why()));
                }
                case Spoken.Unknown unknown -> last = unknown.why();
                case Spoken.NotNow notNow -> last = notNow.why();
                case Spoken.Held _ -> last = "held";
            }
            pause = Sending.rest(pause);
        }
        return Optional.empty();
    }
}
