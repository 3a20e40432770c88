package dev.carrier.faults;

/** Hears what is being done, a line at a time. */
@FunctionalInterface
public interface Telling {
    /** Something was done, in words. */
    void did(String what);
}
