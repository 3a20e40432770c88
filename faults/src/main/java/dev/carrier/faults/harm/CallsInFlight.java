package dev.carrier.faults.harm;

import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SeenCall;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * The model's calls whose results may be lost with whoever asked: those that are open when
 * something breaks, or were answered so short a time before that the answer may not be committed.
 * Only these may be paid for again. Not thread-safe.
 */
public final class CallsInFlight {
    private static final Duration COMMIT = Duration.ofSeconds(10);

    private final SandboxClient client;
    private final Set<Long> calls = new HashSet<>();

    /** Of this sandbox's model. */
    public CallsInFlight(SandboxClient client) {
        this.client = client;
    }

    /** Something breaks now, or has just broken. */
    public void note() {
        var then = Instant.now().minus(COMMIT);
        client.model().calls().stream()
                .filter(call ->
                        call.took().isEmpty() || call.at().plus(call.took().get()).isAfter(then))
                .map(SeenCall::seq)
                .forEach(calls::add);
    }

    /** All that were noted, by their number. */
    public Set<Long> all() {
        return Set.copyOf(calls);
    }
}
