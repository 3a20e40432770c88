package dev.carrier.faults.crew;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals that stop a process of ours without ending it. Stateless. */
public final class Frozen {
    private Frozen() {}

    /** {@code kill -STOP}: it does nothing from now on, while its connections stay open. */
    public static void stop(long pid) {
        run("kill", "-STOP", Long.toString(pid));
    }

    /** {@code kill -CONT}: it goes on where it was. */
    public static void goOn(long pid) {
        run("kill", "-CONT", Long.toString(pid));
    }

    /** A command of the system that must succeed. */
    static void run(String... command) {
        try {
            var run = new ProcessBuilder(command).inheritIO().start();
            if (run.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
