package dev.carrier.bench;

import dev.carrier.contracts.Json;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * One number that was measured.
 *
 * @param what for people
 * @param value in its unit; not a number where it could not be measured
 * @param unit such as {@code ms}; may be empty
 * @param aim what it should be
 */
public record Finding(String what, double value, String unit, Optional<Aim> aim) {
    /** One without an aim. */
    public static Finding of(String what, double value, String unit) {
        return new Finding(what, value, unit, Optional.empty());
    }

    /** The same with an aim. */
    public Finding aim(Aim bound) {
        return new Finding(what, value, unit, Optional.of(bound));
    }

    /** Whether the aim is met; empty without one. */
    public Optional<Boolean> met() {
        return aim.map(one -> one.met(value));
    }

    /** The number with its unit, for people. */
    public String shown() {
        if (Double.isNaN(value)) {
            return "-";
        }
        boolean count = unit.isEmpty() && value == Math.rint(value);
        boolean whole = count || Math.abs(value) >= 100;
        String number = String.format(Locale.ROOT, whole ? "%,.0f" : "%,.1f", value);
        return unit.isEmpty() ? number : number + " " + unit;
    }

    /** For programs; the value is absent where it could not be measured. */
    ObjectNode json() {
        ObjectNode node = Json.mapper().createObjectNode().put("what", what).put("unit", unit);
        if (!Double.isNaN(value)) {
            node.put("value", value);
        }
        aim.ifPresent(one ->
                node.put(one.atMost() ? "atMost" : "atLeast", one.bound())
                        .put("met", one.met(value)));
        return node;
    }
}
