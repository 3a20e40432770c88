package dev.carrier.runtime.dispatch;

/** In which order records are handled. */
public enum Ordering {
    /** Those of one key one after the other, as they stand in the partition. */
    BY_KEY,
    /** All at once. */
    NONE
}
