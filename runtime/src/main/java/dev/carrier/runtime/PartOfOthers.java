package dev.carrier.runtime;

import java.time.Duration;

/** A part that is made of the methods of something else. */
record PartOfOthers(String name, Part.Draining draining, AutoCloseable it) implements Part {

    @Override
    public void drain(Duration atMost) {
        try {
            draining.drain(atMost);
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name + " was interrupted while it drained", problem);
        } catch (Exception problem) {
            throw new IllegalStateException(name + " did not drain", problem);
        }
    }

    @Override
    public void close() {
        try {
            it.close();
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name + " was interrupted while it closed", problem);
        } catch (Exception problem) {
            throw new IllegalStateException(name + " did not close", problem);
        }
    }
}
