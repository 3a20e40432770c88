package dev.carrier.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * A steady beat that waits for nobody: when a beat comes is fixed beforehand, so that a slow answer
 * delays no later message and hides nothing.
 *
 * @param perSecond beats
 * @param beats how many in all
 */
record Schedule(int perSecond, int beats) {
    static Schedule of(int perSecond, Duration lasting) {
        return new Schedule(perSecond, (int) (lasting.toMillis() * perSecond / 1000));
    }

    /**
     * Calls {@code each} with the number of every beat, on a virtual thread of its own; returns
     * when the last has begun.
     */
    void play(IntConsumer each) throws InterruptedException {
        long began = System.nanoTime();
        for (int beat = 0; beat < beats; beat++) {
            long due = began + beat * 1_000_000_000L / perSecond;
            await(due);
            int number = beat;
            Thread.startVirtualThread(() -> each.accept(number));
        }
        await(began + beats * 1_000_000_000L / perSecond);
    }

    private static void await(long due) throws InterruptedException {
        long left = due - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            left = due - System.nanoTime();
        }
    }
}
