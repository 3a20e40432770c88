package dev.carrier.responder;

import dev.carrier.contracts.Interaction;
import dev.carrier.contracts.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What the responder needs of a platform for one account. Calls block, at most until the response's
 * {@code notAfter}. Thread-safe.
 */
public interface Speaks {
    /**
     * Sends one part, once.
     *
     * @param patience what has to wait longer than this ends as {@link Spoken.Limited}
     * @param still asked right before each attempt goes out; false: do not send
     */
    Spoken say(Response.Say say, Instant patience, BooleanSupplier still);

    /**
     * Gives the answer to a command: again with the same text is as if once.
     *
     * @param still asked right before the attempt goes out; false: do not send
     * @return empty when the platform does not wait for it any more
     */
    Optional<Spoken> answer(Interaction to, String text, BooleanSupplier still);

    /** Looks for the part among what stands in the channel after the message that it answers. */
    Found find(Response.Say say);

    /** Sets a reaction; setting it twice is setting it once. */
    Spoken react(Response.React react, BooleanSupplier still);

    /** Shows the typing indicator once; it lasts ten seconds. Fails silently. */
    void type(Response.Typing typing);

    /**
     * Does something with somebody's comment; doing it twice is doing it once.
     *
     * @param again it may have been done before: what is gone then is as wanted
     * @param still asked right before the attempt goes out; false: do not do it
     */
    default Spoken moderate(Response.Moderate moderate, boolean again, BooleanSupplier still) {
        return new Spoken.Refused("nothing is moderated on " + moderate.in().platform());
    }

    /**
     * So long after a part was decided, the platform takes a repeated attempt for the first one, by
     * a nonce. Zero: it never does, so one looks whenever anybody else can have sent it.
     */
    Duration recognises();

    /**
     * So long after an attempt with an unknown end, what was asked for may yet appear: a look
     * before then proves nothing.
     */
    Duration settles();
}
