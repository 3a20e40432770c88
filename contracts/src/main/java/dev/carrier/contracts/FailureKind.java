package dev.carrier.contracts;

/** Why a step failed, as far as the processor must tell the cases apart. */
public enum FailureKind {
    /** The provider refused or broke, after every retry and fallback. */
    MODEL,
    /** The provider did not answer in time. */
    TIMEOUT,
    /** A limit of the settings is reached: nothing was called. */
    LIMIT,
    /** The step's deadline had passed before anything was called. */
    TOO_LATE,
    /** The step could not be read or done by this build. */
    BUG
}
