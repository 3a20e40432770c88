package dev.carrier.pipeline;

import dev.carrier.contracts.JournalRecord;
import dev.carrier.pipeline.state.AlarmChange;
import dev.carrier.pipeline.state.Conversation;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;

/**
 * All that is to be written for one input, in one transaction.
 *
 * @param after the conversation from now on; blank when nothing of it is left
 * @param state its canonical JSON, what is stored
 * @param snapshot the state before the input, when one is due; stands before the entry
 * @param entry the journal's
 * @param written outputs, dead letter included
 */
public record Handled(
        Conversation after,
        Bytes state,
        List<AlarmChange> alarms,
        Optional<JournalRecord.Snapshot> snapshot,
        JournalRecord.Entry entry,
        List<Written> written) {}
