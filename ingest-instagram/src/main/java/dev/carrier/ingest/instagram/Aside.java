package dev.carrier.ingest.instagram;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * Does a little later, on a thread of its own and many at a time, what nobody waits for. What comes
 * while too much waits is left out. Thread-safe.
 */
final class Aside<T> implements AutoCloseable {
    private static final int WAITING = 50_000;
    private static final int AT_ONCE = 500;

    private final BlockingQueue<T> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Consumer<List<T>> work;
    private final Thread worker;

    /**
     * @param work gets at least one, in their order; throws nothing
     */
    Aside(String name, Consumer<List<T>> work) {
        this.work = work;
        this.worker = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    void start() {
        worker.start();
    }

    /** Returns at once. */
    void later(T one) {
        waiting.offer(one);
    }

    private void run() {
        try {
            while (true) {
                List<T> some = new ArrayList<>();
                some.add(waiting.take());
                waiting.drainTo(some, AT_ONCE);
                work.accept(some);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        worker.interrupt();
    }
}
