package dev.carrier.ingest.discord;

import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.EventListener;

/**
 * Listens to one JDA from its login to its end. A login that fails also ends with a shutdown event,
 * before or after it throws: that one is not an end to act upon. Thread-safe.
 */
final class Attempt implements EventListener {
    private final Consumer<GenericEvent> tell;
    private final IntConsumer end;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean loggedIn;
    private OptionalInt endedWith = OptionalInt.empty();

    /**
     * @param tell takes every event but the last
     * @param end takes the close code of a session that had been logged in, once
     */
    Attempt(Consumer<GenericEvent> tell, IntConsumer end) {
        this.tell = tell;
        this.end = end;
    }

    /** The login went well. */
    void loggedIn() {
        endIfBoth(() -> loggedIn = true);
    }

    @Override
    public void onEvent(GenericEvent event) {
        if (event instanceof ShutdownEvent it) {
            endIfBoth(() -> endedWith = OptionalInt.of(it.getCode()));
        } else {
            tell.accept(event);
        }
    }

    private void endIfBoth(Runnable mark) {
        OptionalInt code;
        lock.lock();
        try {
            boolean ended = loggedIn && endedWith.isPresent();
            mark.run();
            code = loggedIn && !ended ? endedWith : OptionalInt.empty();
        } finally {
            lock.unlock();
        }
        code.ifPresent(end);
    }
}
