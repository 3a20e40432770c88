package dev.carrier.runtime.dispatch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * Where work reports its end, and what wakes the dispatcher's thread out of its poll, so that a
 * result is committed at once. {@link #ended} and {@link #ring} may be called by any thread.
 */
final class Bell {
    private final BlockingQueue<Task> ended = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable Consumer<?, ?>> asleep = new AtomicReference<>();
    private volatile boolean rung;

    /** A task has its result. */
    void ended(Task task) {
        ended.add(task);
        ring();
    }

    /** There is something to look at. */
    void ring() {
        rung = true;
        // Only a consumer that sleeps is woken: a wake-up that comes late hits its next call.
        Consumer<?, ?> sleeper = asleep.getAndSet(null);
        if (sleeper != null) {
            sleeper.wakeup();
        }
    }

    /** The next that ended, if any; to be asked until there is none. */
    Optional<Task> next() {
        rung = false;
        return Optional.ofNullable(ended.poll());
    }

    /** The next that ends within this time. */
    Optional<Task> next(Duration atMost) throws InterruptedException {
        return Optional.ofNullable(ended.poll(atMost.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Polls, not longer than until it is rung. */
    ConsumerRecords<byte[], byte[]> poll(Consumer<byte[], byte[]> consumer, Duration atMost) {
        asleep.set(consumer);
        try {
            return consumer.poll(rung ? Duration.ZERO : atMost);
        } catch (WakeupException _) {
            return ConsumerRecords.empty();
        } finally {
            asleep.set(null);
        }
    }
}
