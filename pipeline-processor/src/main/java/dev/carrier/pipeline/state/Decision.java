package dev.carrier.pipeline.state;

import dev.carrier.contracts.Outcome;
import java.util.List;

/**
 * What came of one input.
 *
 * @param after the conversation from now on
 * @param outputs in the order in which they are written
 * @param alarms how the alarms differ
 * @param outcomes events that ended here
 * @param reason why, for the operator
 */
public record Decision(
        Conversation after,
        List<Output> outputs,
        List<AlarmChange> alarms,
        List<Outcome> outcomes,
        String reason) {}
