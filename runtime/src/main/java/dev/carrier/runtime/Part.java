package dev.carrier.runtime;

import java.time.Duration;

/** Something with a life in a process: it was started when it was made, and it is ended once. */
public interface Part extends AutoCloseable {
    /** For the log. */
    String name();

    /** Takes nothing new and finishes what is open, at most for this long. */
    default void drain(Duration atMost) {}

    /** Ends, whatever is open; what is open is found again after a restart. */
    @Override
    void close();

    /** A part that has nothing to finish. */
    static Part of(String name, AutoCloseable it) {
        return of(name, _ -> {}, it);
    }

    /** A part made of the methods of something else. */
    static Part of(String name, Draining draining, AutoCloseable it) {
        return new PartOfOthers(name, draining, it);
    }

    /** How something finishes what is open. */
    @FunctionalInterface
    interface Draining {
        /** At most for this long. */
        void drain(Duration atMost) throws Exception;
    }
}
