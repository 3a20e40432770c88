package dev.carrier.responder.media.ftp;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.carrier.runtime.SharedThreads;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

/** Cuts a transfer that does not move: a write to a socket has no timeout of its own. */
final class StallWatch implements AutoCloseable {
    private final ScheduledFuture<?> looking;

    private StallWatch(ScheduledFuture<?> looking) {
        this.looking = looking;
    }

    /** Until it is closed. */
    static StallWatch over(Remaining remaining, Duration atMost, Runnable cut) {
        long every = Math.max(50, atMost.toMillis() / 4);
        return new StallWatch(
                SharedThreads.timers()
                        .scheduleWithFixedDelay(
                                () -> {
                                    long still = System.nanoTime() - remaining.movedAt();
                                    if (still > atMost.toNanos()) {
                                        remaining.stall();
                                        // Closing a socket in TLS may wait for its writer.
                                        SharedThreads.calls().execute(cut);
                                    }
                                },
                                every,
                                every,
                                MILLISECONDS));
    }

    @Override
    public void close() {
        looking.cancel(false);
    }
}
