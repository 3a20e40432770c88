package dev.carrier.sandbox.orders;

/** How an HTTP exchange ends. */
public sealed interface Outcome {
    /** An answer goes out. */
    record Answered(Answer answer) implements Outcome {}

    /** The connection is cut without an answer. */
    record Cut() implements Outcome {}
}
