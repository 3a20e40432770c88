package dev.carrier.faults.crew;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals that stop a process of ours without ending it. Stateless. */
public final class Frozen {
    private Frozen() {}

    /** {@code kill -STOP}: it does nothing from now on, while its connections stay open. */
    public static void stop(long pid) {
        signal("-STOP", pid);
    }

    /** {@code kill -CONT}: it goes on where it was. */
    public static void goOn(long pid) {
        signal("-CONT", pid);
    }

    private static void signal(String name, long pid) {
        try {
            var signal = new ProcessBuilder("kill", name, Long.toString(pid)).inheritIO().start();
            if (signal.waitFor() != 0) {
                throw new IllegalStateException("kill " + name + " " + pid + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
