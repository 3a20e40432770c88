package dev.carrier.pipeline;

import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the commits of what the tasks of a stream thread wrote, at its {@link CommitPace}. A
 * transaction ends for all tasks of a thread, so that they share one of these; for that thread
 * only, and to be made on it.
 *
 * <p>It wakes a task only while something waits: Kafka Streams ends a transaction after each call
 * by the clock, whether or not anything came of it (StreamTask in 4.3.1).
 */
final class Commits {
    private final CommitPace pace = new CommitPace();
    private final Timetable timetable = Timetable.ofThread();
    private @Nullable Cancellable waiting;
    private @Nullable ProcessorContext<?, ?> called;

    /**
     * The task wrote something that others wait for.
     *
     * @param task called by it while it handles something
     */
    void wrote(ProcessorContext<?, ?> task) {
        long now = task.currentSystemTimeMs();
        if (pace.wrote(now)) {
            commit(task);
        } else if (waiting == null) {
            wait(task, now);
        }
    }

    /**
     * The task is taken from this thread: Kafka Streams commits as it lets it go, and the next one
     * that writes after that commits by itself.
     */
    @SuppressWarnings("ReferenceEquality") // a task is itself, and nothing equals it
    void leaves(ProcessorContext<?, ?> task) {
        if (called == task) {
            stopWaiting();
        }
    }

    private void due(ProcessorContext<?, ?> task) {
        stopWaiting();
        long now = task.currentSystemTimeMs();
        if (pace.due(now)) {
            commit(task);
        } else if (pace.waits()) {
            wait(task, now);
        }
    }

    private void commit(ProcessorContext<?, ?> task) {
        stopWaiting();
        task.commit();
    }

    private void wait(ProcessorContext<?, ?> task, long now) {
        long left = pace.left(now);
        called = task;
        timetable.set(this, now + left);
        waiting =
                task.schedule(
                        Duration.ofMillis(left), PunctuationType.WALL_CLOCK_TIME, _ -> due(task));
    }

    private void stopWaiting() {
        if (waiting != null) {
            waiting.cancel();
            waiting = null;
            called = null;
            timetable.clear(this);
        }
    }
}
