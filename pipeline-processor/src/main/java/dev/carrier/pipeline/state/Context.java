package dev.carrier.pipeline.state;

import dev.carrier.contracts.Policy;
import dev.carrier.contracts.PolicyHash;
import java.time.Instant;

/**
 * What a decision needs besides the conversation and the input.
 *
 * @param policy the policy in force
 * @param version its hash
 * @param handledAt the time that every rule uses
 */
public record Context(Policy policy, PolicyHash version, Instant handledAt) {
    /** The same, with the version computed. */
    public Context(Policy policy, Instant handledAt) {
        this(policy, policy.hash(), handledAt);
    }
}
