package dev.carrier.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where people talk, and the key of every topic: {@code discord:channel:112233}.
 *
 * @param value never blank; plain in JSON
 */
public record ConversationId(@JsonValue String value) implements Comparable<ConversationId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ConversationId {
        Ids.requireText(value, "ConversationId");
    }

    @Override
    public int compareTo(ConversationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
