package dev.carrier.responder;

import dev.carrier.contracts.Interaction;
import dev.carrier.contracts.Response;
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
}
