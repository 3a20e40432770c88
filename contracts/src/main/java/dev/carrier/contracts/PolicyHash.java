package dev.carrier.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The version of a policy: the hash of its canonical JSON.
 *
 * @param value never blank; plain in JSON
 */
public record PolicyHash(@JsonValue String value) implements Comparable<PolicyHash> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PolicyHash {
        Ids.requireText(value, "PolicyHash");
    }

    @Override
    public int compareTo(PolicyHash other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
