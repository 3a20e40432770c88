package dev.carrier.runtime;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * Threads that all connections of this JVM use together, so that a hundred accounts need hardly
 * more of them than one. They live as long as the JVM and do not keep it alive; nobody may end
 * them.
 */
public final class SharedThreads {
    private static final int TIMERS = 4;

    private static final ScheduledExecutorService TIMING = timing();
    private static final ExecutorService CALLING =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("call-", 0).factory());

    private SharedThreads() {}

    /** For what is done later and is done quickly: heartbeats, the next try. */
    public static ScheduledExecutorService timers() {
        return TIMING;
    }

    /** For calls that wait for somebody else; as many at once as there are. */
    public static ExecutorService calls() {
        return CALLING;
    }

    private static ScheduledExecutorService timing() {
        var pool =
                new ScheduledThreadPoolExecutor(
                        TIMERS, Thread.ofPlatform().daemon().name("timer-", 0).factory());
        // Heartbeats of connections that were ended would pile up otherwise.
        pool.setRemoveOnCancelPolicy(true);
        return pool;
    }
}
