package dev.carrier.pipeline.state;

import dev.carrier.contracts.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What came of one input.
 *
 * @param after the conversation from now on
 * @param measured the same with its canonical JSON, where that was made already
 * @param outputs in the order in which they are written
 * @param alarms how the alarms differ
 * @param outcomes events that ended here
 * @param reason why, for the operator
 */
public record Decision(
        Conversation after,
        Optional<Measured> measured,
        List<Output> outputs,
        List<AlarmChange> alarms,
        List<Outcome> outcomes,
        String reason) {

    /** A conversation that is this one or nearly so, with its canonical JSON. */
    public Measured measured(Conversation conversation) {
        return measured.map(known -> known.as(conversation))
                .orElseGet(() -> Measured.of(conversation));
    }
}
