package dev.carrier.sandbox.orders;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One order: where, for which exchanges, how often, and what. Its counters are guarded by {@link
 * Orders}.
 */
public final class Order {
    private final String id;
    private final Where where;
    private final Match match;
    private final Effect effect;
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();
    private int remaining;
    private int skip;

    /**
     * @param times how many exchanges it acts on; negative means all
     * @param after how many matching exchanges pass untouched first
     */
    Order(String id, Where where, Match match, int times, int after, Effect effect) {
        this.id = id;
        this.where = where;
        this.match = match;
        this.remaining = times;
        this.skip = after;
        this.effect = effect;
    }

    /** The name under which it is withdrawn or released. */
    public String id() {
        return id;
    }

    /** The part of the sandbox it acts at. */
    public Where where() {
        return where;
    }

    /** The exchanges it is meant for. */
    public Match match() {
        return match;
    }

    /** What it does. */
    public Effect effect() {
        return effect;
    }

    /** Whether an exchange waits for the release of this order. */
    public boolean holding() {
        return waiting.get() > 0;
    }

    /** Takes one of its times, if it fits and has any left. */
    boolean claim(Exchange exchange) {
        if (where != exchange.where() || remaining == 0 || !match.fits(exchange)) {
            return false;
        }
        if (skip > 0) {
            skip--;
            return false;
        }
        if (remaining > 0) {
            remaining--;
        }
        return true;
    }

    /** How many exchanges it will still act on; negative means all. */
    int left() {
        return remaining;
    }

    boolean spent() {
        return remaining == 0;
    }

    void release() {
        remaining = 0;
        released.countDown();
    }

    /** Blocks until the order is released or withdrawn. */
    public void awaitRelease() {
        waiting.incrementAndGet();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Blocks for {@code time}, or until the order is released or withdrawn. */
    public void awaitRelease(Duration time) {
        waiting.incrementAndGet();
        try {
            var _ = released.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.decrementAndGet();
        }
    }
}
