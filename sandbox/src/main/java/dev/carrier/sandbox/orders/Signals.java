package dev.carrier.sandbox.orders;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The latest signals, to be awaited. Safe for use by many threads. */
public final class Signals {
    private static final int KEPT = 50_000;

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final ArrayDeque<Signal> kept = new ArrayDeque<>();
    private long last;

    /** Signals stamped by {@code clock}. */
    public Signals(Clock clock) {
        this.clock = clock;
    }

    /** Records one signal and wakes whoever waits. */
    public void record(Point point, Exchange exchange, OptionalInt status) {
        lock.lock();
        try {
            kept.addLast(new Signal(++last, clock.instant(), point, exchange.shortened(), status));
            if (kept.size() > KEPT) {
                kept.removeFirst();
            }
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Those after {@code seq}, oldest first; waits up to {@code wait} for one, and gives none if
     * none came.
     */
    public List<Signal> after(long seq, Duration wait) {
        lock.lock();
        try {
            var left = wait.toNanos();
            while (last <= seq && left > 0) {
                left = more.awaitNanos(left);
            }
            return kept.stream().filter(s -> s.seq() > seq).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    /** The number of the latest signal; 0 if there was none. */
    public long last() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }
}
