package dev.carrier.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One part of what a turn sends; at most 25 characters, so that it serves as Discord's nonce.
 *
 * @param value never blank; plain in JSON
 */
public record ResponseId(@JsonValue String value) implements Comparable<ResponseId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ResponseId {
        Ids.requireText(value, "ResponseId");
    }

    @Override
    public int compareTo(ResponseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
