package dev.carrier.responder;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Response;
import dev.carrier.runtime.dispatch.Leash;

/** What the responder needs of a platform on which something is published. Thread-safe; blocks. */
@FunctionalInterface
public interface Publishes {
    /**
     * Takes one step, or finds that it was taken.
     *
     * @return {@link Delivery.Stepped} or {@link Delivery.StepFailed}
     * @throws InterruptedException when the work is taken away; whoever gets it looks first
     */
    Delivery take(Response.Publish step, Leash leash) throws InterruptedException;
}
