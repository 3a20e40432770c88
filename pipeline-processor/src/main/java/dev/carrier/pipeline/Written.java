package dev.carrier.pipeline;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Ids;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.TurnId;
import dev.carrier.pipeline.state.Output;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;

/**
 * An output as it is written: its canonical bytes, and what its headers say.
 *
 * @param id of the step, response or memory; of a dead letter where it came from
 */
public record Written(
        String topic, String id, Bytes bytes, Optional<TurnId> turn, Optional<AccountId> account) {

    static Written of(Output output) {
        Bytes bytes = Bytes.wrap(Json.write(output.value()));
        String topic = output.topic().name();
        return switch (output) {
            case Output.Ask ask ->
                    new Written(
                            topic,
                            ask.id(),
                            bytes,
                            Optional.of(ask.turn()),
                            Optional.of(ask.account()));
            case Output.Tell tell ->
                    new Written(
                            topic,
                            tell.id(),
                            bytes,
                            Optional.of(tell.turn()),
                            Optional.of(tell.account()));
            case Output.Note note ->
                    new Written(topic, note.id(), bytes, Optional.empty(), Optional.empty());
            case Output.Remember memory ->
                    new Written(topic, memory.id(), bytes, Optional.empty(), Optional.empty());
        };
    }

    JournalRecord.Output noted() {
        return new JournalRecord.Output(topic, id, Ids.sha256(bytes.get()));
    }
}
