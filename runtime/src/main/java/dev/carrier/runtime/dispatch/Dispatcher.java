package dev.carrier.runtime.dispatch;

import dev.carrier.runtime.kafka.KafkaClients;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes slow outside calls for the records of some topics and writes one result for each.
 *
 * <p>One thread owns a consumer and a transactional producer. Work runs on virtual threads. A
 * transaction holds finished results and, as offsets, which records they finish: the contiguous
 * offset, and a bitmap of those beyond it in its metadata. After a crash only work that was in
 * flight runs again. When its clients are of no more use (fenced, Kafka away for long) it makes new
 * ones and goes on; work in flight meanwhile is taken up again if its partition is still ours.
 *
 * <p>Thread-safe. Started once, ended once.
 */
public final class Dispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** Two instances under one id would push each other out; this gives the newer one its time. */
    private static final Duration PAUSE_WHEN_REPLACED = Duration.ofSeconds(5);

    private static final Duration HEALTHY = Duration.ofMinutes(1);
    private static final Duration SLICE = Duration.ofMillis(250);

    /** For a thread that waits for Kafka when it is asked to end. */
    private static final Duration LEAVING = Duration.ofSeconds(12);

    private final DispatcherOptions options;
    private final KafkaClients clients;
    private final Bell bell = new Bell();
    private final Board board;
    private final Work work;
    private final Thread thread;

    /**
     * @param options how it works
     * @param clients of the cluster; may be away, also at the start
     * @param handler what it does
     * @param clock says when a record was received
     */
    public Dispatcher(
            DispatcherOptions options, KafkaClients clients, Handler handler, Clock clock) {
        this.options = options;
        this.clients = clients;
        this.board = new Board(clock);
        this.work = new Work(options, handler, clock, bell);
        this.thread =
                Thread.ofPlatform()
                        .name("dispatcher-" + options.name())
                        .daemon()
                        .unstarted(this::live);
    }

    /** Starts, and returns at once: {@link #status} says how it goes. */
    public void start() {
        thread.start();
    }

    /** How it goes. */
    public Status status() {
        return board.status();
    }

    /**
     * Takes nothing new, finishes the work that has begun, commits, leaves the group and ends.
     * Returns when it has. What had not begun, and what is stopped because the time is over, is
     * done by whoever gets its partition.
     */
    public void drain(Duration atMost) {
        board.drain(atMost);
        bell.ring();
        try {
            if (thread.isAlive() && !thread.join(atMost.plus(LEAVING))) {
                LOG.atWarn().addKeyValue("dispatcher", options.name()).log("did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends soon: as {@link #drain} within the grace of a revocation. */
    @Override
    public void close() {
        drain(options.revokeGrace());
    }

    // Whatever happens, errors included: the JVM lives on, and the work with it.
    @SuppressWarnings("CatchingUnchecked")
    private void live() {
        Duration pause = FIRST_PAUSE;
        while (!board.isDraining()) {
            long begun = System.nanoTime();
            board.joining();
            try (PollLoop life = new PollLoop(options, clients, bell, work, board)) {
                life.run();
            } catch (Throwable problem) {
                failed(problem);
                boolean wasHealthy = System.nanoTime() - begun > HEALTHY.toNanos();
                pause = wasHealthy ? FIRST_PAUSE : pause;
                rest(
                        problem instanceof FencedInstanceIdException
                                ? max(pause, PAUSE_WHEN_REPLACED)
                                : pause);
                pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
            }
        }
        work.abandonAll();
        board.closed();
    }

    private void failed(Throwable problem) {
        board.failed(problem);
        LOG.atError()
                .addKeyValue("dispatcher", options.name())
                .addKeyValue("transactionalId", options.transactionalId())
                .setCause(problem)
                .log("the dispatcher begins anew");
    }

    /** Work goes on meanwhile, and none of it too long. */
    private void rest(Duration pause) {
        long until = System.nanoTime() + pause.toNanos();
        try {
            while (!board.isDraining() && System.nanoTime() - until < 0) {
                work.collect(_ -> {});
                work.checkHolds();
                board.pause(min(SLICE, pause));
            }
        } catch (InterruptedException e) {
            LOG.atDebug().setCause(e).log("interrupted while resting");
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
