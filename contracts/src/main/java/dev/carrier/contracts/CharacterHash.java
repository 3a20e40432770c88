package dev.carrier.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The version of a character: the hash of its file's content.
 *
 * @param value never blank; plain in JSON
 */
public record CharacterHash(@JsonValue String value) implements Comparable<CharacterHash> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CharacterHash {
        Ids.requireText(value, "CharacterHash");
    }

    @Override
    public int compareTo(CharacterHash other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
