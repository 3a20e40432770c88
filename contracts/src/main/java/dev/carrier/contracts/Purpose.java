package dev.carrier.contracts;

/** What a model is asked for. */
public enum Purpose {
    /** Words to say, or silence. */
    REPLY,
    /** Whether to speak at all: one word, by the small model. */
    JUDGE
}
