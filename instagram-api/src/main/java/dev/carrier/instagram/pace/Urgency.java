package dev.carrier.instagram.pace;

/** Who waits for a call. */
public enum Urgency {
    /** A person waits for an answer. */
    ANSWER,
    /** Nobody waits: polling, publishing, looking around. */
    BACKGROUND
}
