package dev.carrier.bench;

/** A part of Carrier that dies and comes back. */
public interface Outage {
    /** {@code kill -9}; nothing of it runs when this returns. */
    void kill();

    /** Begins to start again, and returns at once. */
    void comesBack();
}
