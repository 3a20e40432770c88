package dev.carrier.pipeline.state;

/** Where a turn stands. */
public enum Phase {
    /** The small model is asked whether to speak at all. */
    JUDGING,
    /** A step is asked or deferred. */
    THINKING,
    /** Parts of the reply are on their way. */
    SENDING
}
