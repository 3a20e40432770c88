package dev.carrier.responder;

import dev.carrier.contracts.Response;
import dev.carrier.responder.Sending.Ending;
import dev.carrier.runtime.dispatch.Leash;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Does what may be done twice, because twice is once: it is tried until the platform has said yes
 * or no. Thread-safe; blocks on the caller's thread.
 */
final class Repeating {
    private final SendLedger ledger;
    private final InstantSource clock;

    Repeating(SendLedger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A reaction. It needs no ledger. */
    Ending react(Response.React react, Speaks speaks, Leash leash) throws InterruptedException {
        return repeat(react.notAfter(), leash, () -> speaks.react(react, leash::ours));
    }

    /**
     * Something done with a comment. The ledger only tells whether it may have been done before: a
     * comment that is gone then was deleted by it.
     */
    Ending moderate(Response.Moderate moderate, Speaks speaks, Leash leash)
            throws InterruptedException {
        boolean before = !(ledger.begin(moderate.id()) instanceof SendLedger.Entry.First);
        var again = new AtomicBoolean(before);
        return repeat(
                moderate.notAfter(),
                leash,
                () -> {
                    Spoken spoken = speaks.moderate(moderate, again.get(), leash::ours);
                    if (spoken instanceof Spoken.Unknown) {
                        again.set(true);
                    }
                    return spoken;
                });
    }

    private Ending repeat(Instant notAfter, Leash leash, Supplier<Spoken> attempt)
            throws InterruptedException {
        Duration pause = Sending.FIRST_PAUSE;
        String last = Sending.NO_ATTEMPT;
        while (true) {
            if (!leash.ours()) {
                return new Ending.Abandoned();
            }
            if (clock.instant().isAfter(notAfter)) {
                return new Ending.Refused("too late; " + last);
            }
            Optional<Ending> end = Sending.letGo(leash, last);
            if (end.isPresent()) {
                return end.get();
            }
            switch (attempt.get()) {
                case Spoken.Sent sent -> {
                    return new Ending.Accepted(sent, false);
                }
                case Spoken.Refused refused -> {
                    return new Ending.Refused(refused.why());
                }
                case Spoken.Limited limited -> {
                    return new Ending.Refused(limited.why());
                }
                case Spoken.Unknown unknown -> last = unknown.why();
                case Spoken.NotNow notNow -> last = notNow.why();
                case Spoken.Held held -> last = "held";
            }
            pause = Sending.rest(pause);
        }
    }
}
