package dev.carrier.runtime.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;

/** What the dispatcher's thread tells others, and what they tell it. Thread-safe. */
final class Board {
    private final Clock clock;
    private final CountDownLatch asked = new CountDownLatch(1);
    private Status.Phase phase = Status.Phase.NEW;
    private int partitions;
    private int inFlight;
    private long lag;
    private Instant lastPoll = Instant.EPOCH;
    private int restarts;
    private Optional<String> problem = Optional.empty();
    private Optional<Long> drainUntil = Optional.empty();

    Board(Clock clock) {
        this.clock = clock;
    }

    synchronized Status status() {
        boolean draining = drainUntil.isPresent() && phase == Status.Phase.RUNNING;
        return new Status(
                draining ? Status.Phase.DRAINING : phase,
                partitions,
                inFlight,
                lag,
                lastPoll,
                restarts,
                problem);
    }

    synchronized void joining() {
        phase = Status.Phase.JOINING;
    }

    synchronized void running() {
        phase = Status.Phase.RUNNING;
        problem = Optional.empty();
    }

    synchronized void polled(Partitions now, Optional<String> trouble, Consumer<?, ?> consumer) {
        partitions = now.all().size();
        inFlight = now.inFlight();
        lag = 0;
        for (Assignment one : now.all()) {
            lag += one.waiting().size() + consumer.currentLag(one.partition()).orElse(0);
        }
        lastPoll = clock.instant();
        problem = trouble;
    }

    /** Something is in the way of committing. */
    synchronized void trouble(String what) {
        problem = Optional.of(what);
    }

    synchronized void failed(Throwable why) {
        phase = Status.Phase.BACKING_OFF;
        partitions = 0;
        inFlight = 0;
        restarts++;
        problem = Optional.of(why.getClass().getSimpleName() + ": " + why.getMessage());
    }

    synchronized void closed() {
        phase = Status.Phase.CLOSED;
        partitions = 0;
        inFlight = 0;
    }

    /** Asks to finish; a second time only to finish sooner. */
    synchronized void drain(Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        if (drainUntil.isEmpty() || until - drainUntil.get() < 0) {
            drainUntil = Optional.of(until);
        }
        asked.countDown();
    }

    synchronized boolean isDraining() {
        return drainUntil.isPresent();
    }

    synchronized boolean isDrainOver() {
        return drainUntil.isPresent() && System.nanoTime() - drainUntil.get() >= 0;
    }

    /** Waits, but not when it is to be drained. */
    void pause(Duration atMost) throws InterruptedException {
        asked.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
