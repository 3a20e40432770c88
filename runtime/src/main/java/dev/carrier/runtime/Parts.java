package dev.carrier.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of a process, ended in the reverse order of their beginning: each drains and closes
 * before the one that it was built on. So what speaks is added before what thinks, and what hears
 * comes last: it stops first, and the rest finishes what was heard. Thread-safe.
 */
public final class Parts implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Parts.class);

    private final Deque<Part> running = new ArrayDeque<>();
    private boolean ended;

    /**
     * Takes a part that has begun.
     *
     * @throws IllegalStateException when the parts have ended meanwhile; the part is closed then
     */
    public <P extends Part> P add(P part) {
        synchronized (this) {
            if (!ended) {
                running.push(part);
                return part;
            }
        }
        part.close();
        throw new IllegalStateException("the parts have ended");
    }

    /** Takes something that only has to be closed. */
    public <C extends AutoCloseable> C add(String name, C it) {
        add(Part.of(name, it));
        return it;
    }

    /**
     * Drains and closes all, together at most about this long. Parts that fail hold up no other.
     */
    public void end(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        for (Part part = next(); part != null; part = next()) {
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            long began = System.nanoTime();
            try {
                part.drain(left);
            } catch (RuntimeException problem) {
                failed(part, problem);
            }
            try {
                part.close();
            } catch (RuntimeException problem) {
                failed(part, problem);
            }
            log.atDebug()
                    .addKeyValue("part", part.name())
                    .addKeyValue("ms", (System.nanoTime() - began) / 1_000_000)
                    .log("ended");
        }
    }

    /** Closes all without waiting for what is open. */
    @Override
    public void close() {
        end(Duration.ZERO);
    }

    private synchronized @Nullable Part next() {
        ended = true;
        return running.poll();
    }

    private static void failed(Part part, RuntimeException problem) {
        log.atWarn()
                .setCause(problem)
                .addKeyValue("part", part.name())
                .log("a part did not end well");
    }
}
