package dev.carrier.pipeline.replay;

import dev.carrier.contracts.Policy;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.contracts.RecordRef;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.kafka.common.utils.Bytes;

/** What replay needs besides the journal: the topics as they were recorded. */
public interface RecordedTopics {
    /** The record that stands there; empty when the topic does not keep it any more. */
    Optional<Recorded> record(RecordRef at);

    /** The policy of this version, from {@code carrier.settings}; empty when it is not there. */
    Optional<Policy> policy(PolicyHash version);

    /**
     * A record as it stands in a topic.
     *
     * @param key empty for none
     * @param headers as text
     */
    record Recorded(Bytes key, Bytes value, SortedMap<String, String> headers) {}
}
