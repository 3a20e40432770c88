package dev.carrier.responder.media.ftp;

import java.util.HashSet;
import java.util.Set;

/** Lets one at a time work on a name: a carousel may hold the same picture twice. */
final class NameLocks {
    private final Set<String> taken = new HashSet<>();

    /** Waits until nobody else has that name; closed, it is free again. */
    synchronized Taken take(String name) throws InterruptedException {
        while (!taken.add(name)) {
            wait();
        }
        return () -> free(name);
    }

    private synchronized void free(String name) {
        taken.remove(name);
        notifyAll();
    }

    /** A name that is ours. */
    interface Taken extends AutoCloseable {
        @Override
        void close();
    }
}
