package dev.carrier.responder.publishing;

import dev.carrier.contracts.ResponseId;
import java.util.Optional;

/**
 * Which container a step has made. Its loss costs a container, which counts against the day's, and
 * never publishes anything twice. Thread-safe.
 */
public interface ContainerLedger {
    /** The container that this step has made; empty when none is known. */
    Optional<String> made(ResponseId step);

    /** This step has made it. */
    void making(ResponseId step, String container);
}
