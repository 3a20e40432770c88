package dev.carrier.runtime.dispatch;

/** What becomes of a record that arrived. */
public enum Reception {
    /** It waits for its turn to be handled. */
    LANE,
    /** There is nothing more to do for it. */
    DONE
}
