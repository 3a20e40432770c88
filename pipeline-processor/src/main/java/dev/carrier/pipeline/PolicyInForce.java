package dev.carrier.pipeline;

import dev.carrier.contracts.Policy;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.pipeline.state.Context;
import java.time.Instant;

/**
 * The policy that decides now. Its version must stand in {@code carrier.settings} before it is
 * handed to the processor, or what it decides could not be replayed.
 *
 * @param version the policy's hash, computed once
 */
public record PolicyInForce(Policy policy, PolicyHash version) {
    /** The policy with its version. */
    public static PolicyInForce of(Policy policy) {
        return new PolicyInForce(policy, policy.hash());
    }

    /** What decides at this time. */
    Context at(Instant handledAt) {
        return new Context(policy, version, handledAt);
    }
}
