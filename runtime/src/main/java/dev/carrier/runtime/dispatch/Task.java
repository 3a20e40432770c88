package dev.carrier.runtime.dispatch;

import dev.carrier.runtime.kafka.Records;
import dev.carrier.runtime.log.TurnInLog;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work on one record. The dispatcher's thread begins it and takes its result; the work itself
 * runs on a virtual thread and asks it as its {@link Leash}.
 */
final class Task implements Leash {
    private static final Logger LOG = LoggerFactory.getLogger(Task.class);

    /** So long it may run at least, however long it waited: enough to answer without a call. */
    private static final Duration LEAST = Duration.ofSeconds(2);

    /** So long after the interruption it may still answer by itself. */
    private static final Duration LAST_WORD = Duration.ofSeconds(5);

    private final ConsumerRecord<byte[], byte[]> record;
    private final Handler handler;
    private final Bell bell;
    private final Duration hold;
    private final Instant heldSince;
    private final boolean inherited;
    private final long received = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile List<ProducerRecord<byte[], byte[]>> results = List.of();
    private volatile @Nullable Thread thread;
    private volatile boolean overdue;

    // Guarded by this: what ours() said must stay true for whoever takes the task over.
    private @Nullable Assignment owner;
    private boolean denied;
    private boolean abandoned;

    // The dispatcher's thread only.
    private long begun;
    private boolean collected;
    private boolean replaced;

    Task(
            ConsumerRecord<byte[], byte[]> record,
            Handler handler,
            Bell bell,
            Duration hold,
            Instant heldSince,
            Assignment owner) {
        this.record = record;
        this.handler = handler;
        this.bell = bell;
        this.hold = hold;
        this.heldSince = heldSince;
        this.inherited = owner.inherits(record.offset());
        this.owner = owner;
    }

    @Override
    public synchronized boolean ours() {
        if (owner == null) {
            denied = true;
        }
        return owner != null && !ended.get();
    }

    @Override
    public boolean inherited() {
        return inherited;
    }

    @Override
    public Instant heldSince() {
        return heldSince;
    }

    @Override
    public Duration left() {
        Duration left = hold.minusNanos(System.nanoTime() - received);
        return left.isNegative() ? Duration.ZERO : left;
    }

    ConsumerRecord<byte[], byte[]> record() {
        return record;
    }

    TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
    }

    ByteBuffer lane() {
        byte[] key = record.key();
        return key == null ? ByteBuffer.allocate(0) : ByteBuffer.wrap(key);
    }

    /** Whose it is; null when its partition was lost or taken away. */
    synchronized @Nullable Assignment owner() {
        return owner;
    }

    List<ProducerRecord<byte[], byte[]>> results() {
        return results;
    }

    boolean hasBegun() {
        return thread != null;
    }

    /** Whether the dispatcher's thread has taken its end from the bell. */
    boolean isCollected() {
        return collected;
    }

    void collected() {
        collected = true;
    }

    /** Starts the work on its own thread. */
    void begin() {
        begun = System.nanoTime();
        thread =
                Thread.ofVirtual()
                        .name(record.topic() + "-" + record.partition() + "@" + record.offset())
                        .unstarted(this::work);
        thread.start();
    }

    /** Interrupts work that is held too long; if that does not help, answers in its place. */
    void checkHold(long now) {
        Thread worker = thread;
        if (worker == null || ended.get()) {
            return;
        }
        long late = Math.min(now - received - hold.toNanos(), now - begun - LEAST.toNanos());
        if (late >= 0 && !overdue) {
            overdue = true;
            worker.interrupt();
        } else if (late >= LAST_WORD.toNanos() && ended.compareAndSet(false, true)) {
            Thread.startVirtualThread(() -> report(fail(new HoldExceeded(hold, null))));
        }
    }

    /** Its partition was lost; it may come back. */
    synchronized void setAdrift() {
        owner = null;
    }

    /**
     * Its partition came back, and its record is unfinished: goes on as if nothing had happened.
     *
     * @return false if it was told meanwhile that it is not ours, and may have given up
     */
    synchronized boolean adopt(Assignment by) {
        if (denied || abandoned) {
            return false;
        }
        owner = by;
        return true;
    }

    /** Stops it; its result will be dropped. */
    void abandon() {
        synchronized (this) {
            abandoned = true;
            owner = null;
        }
        Thread worker = thread;
        if (worker != null && !ended.get()) {
            worker.interrupt();
        }
    }

    /** Kafka refuses its results: others in their place, the second time none. */
    void replaceResults(Throwable refusal) {
        if (replaced) {
            log("even the failure's record was refused: done without an answer", refusal);
        }
        results = replaced ? List.of() : fail(refusal);
        replaced = true;
    }

    // An Error of the handler is its record's failure too: the dispatcher must answer for it.
    @SuppressWarnings("CatchingUnchecked")
    private void work() {
        List<ProducerRecord<byte[], byte[]>> out;
        TurnInLog.is(name -> Records.header(record, name));
        try {
            out = List.copyOf(handler.handle(record, this));
        } catch (Throwable problem) {
            Throwable reason = overdue ? new HoldExceeded(hold, problem) : problem;
            out = isAbandoned() ? List.of() : fail(reason);
        }
        if (ended.compareAndSet(false, true)) {
            report(out);
        }
    }

    private synchronized boolean isAbandoned() {
        return abandoned;
    }

    private void report(List<ProducerRecord<byte[], byte[]>> out) {
        results = out;
        bell.ended(this);
    }

    @SuppressWarnings("CatchingUnchecked") // whatever it throws, the next record must go on
    private List<ProducerRecord<byte[], byte[]>> fail(Throwable problem) {
        try {
            return List.copyOf(handler.failed(record, problem));
        } catch (Throwable worse) {
            log("the handler could not even say that it failed: done without an answer", worse);
            return List.of();
        }
    }

    private void log(String what, Throwable why) {
        LOG.atError()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .setCause(why)
                .log(what);
    }
}
