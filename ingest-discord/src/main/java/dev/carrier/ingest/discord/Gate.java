package dev.carrier.ingest.discord;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Opens an account's lanes while the gateway delivers and what it missed is known; shuts them the
 * moment that is in doubt. Thread-safe.
 */
final class Gate {
    private final Lanes lanes;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean connected;
    private boolean prepared;
    private int sessions;

    Gate(Lanes lanes) {
        this.lanes = lanes;
    }

    /** The gateway is gone, for a moment or for good. */
    void disconnected() {
        change(() -> {
            connected = false;
            lanes.shut();
        });
    }

    /** The same session goes on; the gateway has delivered what came in between. */
    void resumed() {
        change(() -> {
            connected = true;
            openIfBoth();
        });
    }

    /**
     * A new session: it is not known yet what was missed.
     *
     * @return the number of the session, for {@link #prepared}
     */
    int arrived() {
        lock.lock();
        try {
            lanes.shut();
            connected = true;
            prepared = false;
            return ++sessions;
        } finally {
            lock.unlock();
        }
    }

    /** All lanes of that session know where they begin. */
    void prepared(int session) {
        change(() -> {
            if (session == sessions) {
                prepared = true;
                openIfBoth();
            }
        });
    }

    /** Whether nothing newer than that session has come, and it is settled. */
    boolean isPrepared(int session) {
        lock.lock();
        try {
            return prepared && session == sessions;
        } finally {
            lock.unlock();
        }
    }

    private void openIfBoth() {
        if (connected && prepared) {
            lanes.open();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
