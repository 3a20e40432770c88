package dev.carrier.cli.instagram;

import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that is told of an order: in words, and for programs.
 *
 * @param fields without anything that only people need
 */
record Told(String text, ObjectNode fields) {
    /** Of a step of the work: what it is called and what came of it. */
    static Told step(String step, String what) {
        return new Told(
                "%-10s %s".formatted(step, what),
                Lines.fields().put("step", step).put("what", what));
    }
}
