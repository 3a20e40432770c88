package dev.carrier.pipeline;

import dev.carrier.contracts.Policy;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.contracts.RecordRef;
import dev.carrier.pipeline.replay.RecordedTopics;
import java.util.Map;
import java.util.Optional;

/** What was recorded, in memory. */
record InMemoryTopics(
        Map<RecordRef, RecordedTopics.Recorded> records, Map<PolicyHash, Policy> policies)
        implements RecordedTopics {
    @Override
    public Optional<Recorded> record(RecordRef at) {
        return Optional.ofNullable(records.get(at));
    }

    @Override
    public Optional<Policy> policy(PolicyHash version) {
        return Optional.ofNullable(policies.get(version));
    }
}
