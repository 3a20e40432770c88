package dev.carrier.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One thing that a turn asks of the outside; derived from its turn and round.
 *
 * @param value never blank; plain in JSON
 */
public record StepId(@JsonValue String value) implements Comparable<StepId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StepId {
        Ids.requireText(value, "StepId");
    }

    @Override
    public int compareTo(StepId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
