package dev.carrier.pipeline;

import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.contracts.RecordRef;
import java.util.SortedMap;
import org.apache.kafka.common.utils.Bytes;

/** An input as it arrives, before anybody has understood it. */
public sealed interface Arrival {
    /** The conversation that it belongs to. */
    ConversationId in();

    /**
     * A record of a topic.
     *
     * @param from where it stands; tells by its topic what it should be
     * @param key its bytes
     * @param value its bytes
     * @param headers as text
     */
    record FromTopic(
            ConversationId in,
            RecordRef from,
            Bytes key,
            Bytes value,
            SortedMap<String, String> headers)
            implements Arrival {}

    /** An alarm that is due. */
    record Ring(ConversationId in, String alarm, long generation) implements Arrival {}

    /** Another version of the policy ends something that is open. */
    record Change(ConversationId in, PolicyHash version) implements Arrival {}
}
