package dev.carrier.runtime;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** SIGTERM and Ctrl-C: the parts end, in at most 20 seconds, and then the JVM does. Thread-safe. */
public final class Signals {
    /** How long open answers may take to finish. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch stopping = new CountDownLatch(1);

    private Signals() {}

    /** From now on, the end of the JVM is the end of these parts. */
    public static Signals end(Parts parts) {
        return end(parts, PATIENCE);
    }

    /** The same with another patience. */
    public static Signals end(Parts parts, Duration patience) {
        Signals signals = new Signals();
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("end")
                                .unstarted(() -> {
                                    signals.stopping.countDown();
                                    parts.end(patience);
                                }));
        return signals;
    }

    /** Whether the end has begun. */
    public boolean stopping() {
        return stopping.getCount() == 0;
    }

    /** Returns when the end has begun. */
    public void await() throws InterruptedException {
        stopping.await();
    }
}
