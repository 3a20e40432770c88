package dev.carrier.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One pass of the loop by one character in one conversation; derived from what opened it.
 *
 * @param value never blank; plain in JSON
 */
public record TurnId(@JsonValue String value) implements Comparable<TurnId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TurnId {
        Ids.requireText(value, "TurnId");
    }

    @Override
    public int compareTo(TurnId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
