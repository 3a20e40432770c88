package dev.carrier.faults.crew;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for conditions that others bring about. Stateless. */
public final class Until {
    private static final Duration LOOK = Duration.ofMillis(100);

    private Until() {}

    /** It did not come about in time. */
    public static final class NotInTime extends IllegalStateException {
        private static final long serialVersionUID = 1;

        private NotInTime(String what, Duration patience) {
            super("not within " + patience.toSeconds() + " s: " + what);
        }
    }

    /**
     * Returns once the condition holds; looks ten times a second.
     *
     * @param what is waited for, for the message
     * @throws NotInTime if it does not hold within {@code patience}
     */
    public static void holds(String what, Duration patience, BooleanSupplier condition) {
        holds(what, patience, LOOK, condition);
    }

    /** As {@link #holds(String, Duration, BooleanSupplier)}, looking less often. */
    public static void holds(
            String what, Duration patience, Duration look, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new NotInTime(what, patience);
            }
            pause(look);
        }
    }

    /** Lets time pass: how long somebody stays away is part of a fault. */
    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
