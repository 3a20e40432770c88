package dev.carrier.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the processor writes about itself, in order, so that it can be replayed and explained. */
public sealed interface JournalRecord extends Travels {

    /**
     * One input and what came of it.
     *
     * @param sequence gapless in its conversation, from 1
     * @param handledAt the time that every rule of this input used
     * @param input the input: inline, or where it stands
     * @param policy the version of the policy in force (it names the versions of the characters)
     * @param build the build that decided
     * @param outputs what was written, by topic, in order
     * @param outcomes events that ended here
     * @param reason why it was decided so, for the operator
     * @param stateHash SHA-256 of the conversation's canonical state after it
     */
    @Kind("entry.v1")
    record Entry(
            ConversationId in,
            long sequence,
            Instant handledAt,
            Input input,
            PolicyHash policy,
            String build,
            List<Output> outputs,
            List<Outcome> outcomes,
            String reason,
            String stateHash)
            implements JournalRecord {}

    /**
     * The whole state after an entry, to replay from.
     *
     * @param sequence of the entry that it follows
     */
    @Kind("snapshot.v1")
    record Snapshot(
            ConversationId in,
            long sequence,
            Instant at,
            String build,
            JsonNode state,
            String stateHash)
            implements JournalRecord {}

    /** Of a kind that this build does not know. */
    record Unknown(ObjectNode body) implements JournalRecord, Unread {}

    /**
     * An input of the processor.
     *
     * @param kind {@code heard}, {@code thought}, {@code returned}, {@code failed}, {@code
     *     deferred}, {@code delivered}, {@code rang}, {@code changed}
     * @param body the value as it was read, when it is 2 KB or less
     * @param from where it stands; absent for an alarm and a changed policy
     * @param sha256 of the value's bytes as they stand there, or of the canonical body
     */
    record Input(String kind, Optional<JsonNode> body, Optional<RecordRef> from, String sha256) {
        public Input {
            // Jackson reads an absent tree as a tree that is null.
            body = body.filter(tree -> !tree.isNull());
        }
    }

    /**
     * An output of the processor.
     *
     * @param id of the step, response or memory
     * @param sha256 of its canonical bytes
     */
    record Output(String topic, String id, String sha256) {}
}
