package dev.carrier.ingest.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What one account hears in one channel, in order: the gateway's thread puts it in and is gone at
 * once, one virtual thread at a time maps, publishes, waits for Kafka and moves the cursor.
 *
 * <p>While the lane is shut nothing is published. Once it opens, what the history holds after the
 * cursor goes first, and what was heard live waits behind it. Thread-safe.
 */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final int BATCH = 64;

    private final long channel;
    private final LaneParts parts;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Waiting waiting;
    private final Reached reached;
    private final Understanding understanding;
    private boolean shut = true;
    private boolean closed;
    private boolean fetchWanted;
    private long fetchUpTo;
    private Optional<Thread> worker = Optional.empty();

    Lane(long channel, LaneParts parts) {
        this.channel = channel;
        this.parts = parts;
        this.waiting = new Waiting(parts.options().queue(), parts.room());
        this.reached = new Reached(waiting);
        this.understanding = new Understanding(channel, parts, this::isShut, this::isClosed);
    }

    /** Takes something heard live. Never blocks for longer than a lock held for moments. */
    void offer(Heard heard) {
        guarded(() -> {
            if (!closed && !waiting.add(heard)) {
                at(Level.WARN).log("too much waits; the rest comes from the history later");
                beforeLetGo(heard);
            }
            wake();
        });
    }

    /** Nothing is published from now on, until {@link #open}. */
    void shut() {
        guarded(() -> shut = true);
    }

    /** What was heard may be published. */
    void open() {
        guarded(() -> {
            shut = false;
            wake();
        });
    }

    /** Whether the lane has not been told where the channel begins for this account. */
    boolean isNew() {
        return guarded(reached::isNew);
    }

    /**
     * Sets where the channel begins for this account, if the lane has not been told.
     *
     * @return the cursor to keep; never beyond what waits here
     */
    long begin(long mark) {
        return guarded(() -> reached.begin(mark));
    }

    /** Before anything live: what the history holds after the cursor. */
    void wantHistory(long upTo) {
        guarded(() -> {
            waiting.oldest().ifPresent(reached::beginBefore);
            fetchWanted = true;
            fetchUpTo = Math.max(fetchUpTo, upTo);
            wake();
        });
    }

    /** The message up to which everything is in Kafka. */
    OptionalLong cursor() {
        return guarded(reached::cursor);
    }

    /** Stops after what is being published now; what waits is fetched by the next start. */
    void close() {
        guarded(() -> closed = true);
    }

    /** Waits until the lane's thread has ended; ends it when the time is up. */
    void awaitEnd(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (worker.isPresent() && left > 0) {
                left = idle.awaitNanos(left);
            }
            worker.ifPresent(Thread::interrupt);
        } finally {
            lock.unlock();
        }
    }

    /** The history can be asked for it only if the lane knows from where. */
    private void beforeLetGo(Heard heard) {
        if (heard.moves()) {
            reached.beginBefore(heard.mark());
        }
    }

    private void wake() {
        if ((fetchWanted || waiting.isWork()) && worker.isEmpty() && !shut && !closed) {
            var name = "hears-" + parts.account() + "-" + channel;
            worker = Optional.of(Thread.ofVirtual().name(name).start(this::run));
        }
    }

    private void run() {
        try {
            while (goOnWhatever(next())) {}
        } catch (InterruptedException closing) {
            guarded(this::ended);
        } catch (Error bug) {
            at(Level.ERROR).setCause(bug).log("a lane broke; what waits is heard with the next");
            guarded(() -> {
                fetchWanted = true;
                ended();
            });
        }
    }

    private boolean goOnWhatever(Work work) throws InterruptedException {
        try {
            return goOn(work);
        } catch (RuntimeException bug) {
            // What it held is lost to the lane, but not to the history.
            at(Level.ERROR).setCause(bug).log("a lane stumbled; the history is asked");
            wantHistory(0);
            Thread.sleep(parts.pause());
            return true;
        }
    }

    /** What a lane does next. */
    private sealed interface Work {
        record History(long upTo) implements Work {}

        record Live(List<Heard> batch) implements Work {}

        record Done() implements Work {}
    }

    private boolean goOn(Work work) throws InterruptedException {
        switch (work) {
            case Work.History history -> catchUp(history.upTo());
            case Work.Live live -> publish(live.batch());
            case Work.Done _ -> {
                return false;
            }
        }
        return true;
    }

    private Work next() {
        return guarded(() -> {
            fetchWanted |= waiting.isEmpty() && waiting.wasLetGo();
            if (closed || shut || (!fetchWanted && waiting.isEmpty())) {
                ended();
                return new Work.Done();
            }
            if (fetchWanted) {
                fetchWanted = false;
                return new Work.History(fetchUpTo);
            }
            return new Work.Live(waiting.take(BATCH));
        });
    }

    private void ended() {
        worker = Optional.empty();
        idle.signalAll();
    }

    private void catchUp(long upTo) throws InterruptedException {
        try {
            var from = cursor();
            List<Heard> missed =
                    from.isEmpty() ? List.of() : parts.history().after(channel, from.getAsLong());
            // First: what waits and is published now must not hold the cursor back.
            guarded(() -> waiting.fetched(missed));
            for (int done = 0; done < missed.size() && !isClosed(); done += BATCH) {
                publish(missed.subList(done, Math.min(missed.size(), done + BATCH)));
            }
            if (!isClosed()) {
                move(upTo);
                parts.caughtUp().accept(channel, missed);
            }
        } catch (RuntimeException problem) {
            // To go on without it would move the cursor over what was missed.
            at(Level.ERROR).setCause(problem).log("catching up failed and is tried again");
            wantHistory(upTo);
            Thread.sleep(parts.pause());
        }
    }

    private void publish(List<Heard> batch) throws InterruptedException {
        var marks = batch.stream().filter(Heard::moves).mapToLong(Heard::mark).summaryStatistics();
        if (marks.getCount() > 0) {
            remember(marks.getMin());
        }
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (Heard heard : batch) {
            understanding.recordOf(heard).ifPresent(records::add);
        }
        parts.writer().write(records);
        if (marks.getCount() > 0) {
            move(marks.getMax());
        }
    }

    /** A kill before Kafka's acknowledgement must not lose a channel's first message. */
    private void remember(long first) {
        var begun = guarded(() -> reached.keepBefore(first));
        begun.ifPresent(mark -> parts.cursors().save(channel, mark));
    }

    private void move(long mark) {
        if (guarded(() -> reached.move(mark))) {
            cursor().ifPresent(to -> parts.cursors().save(channel, to));
        }
    }

    private boolean isShut() {
        return guarded(() -> shut);
    }

    private boolean isClosed() {
        return guarded(() -> closed);
    }

    private LoggingEventBuilder at(Level level) {
        return LOG.atLevel(level)
                .addKeyValue("account", parts.account())
                .addKeyValue("channel", channel);
    }

    private void guarded(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    private <T> T guarded(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }
}
