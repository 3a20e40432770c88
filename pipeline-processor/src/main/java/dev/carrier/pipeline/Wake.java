package dev.carrier.pipeline;

import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Calls a task once, at the earliest of the times that it was asked for. For that task's thread
 * only. Not a call at regular times: Kafka Streams ends a transaction after each, whether or not
 * anything came of it (StreamTask in 4.3.1). To be made on that thread.
 */
final class Wake {
    private final ProcessorContext<?, ?> task;
    private final Runnable then;
    private final Timetable timetable = Timetable.ofThread();
    private @Nullable Cancellable set;
    private long at;

    /**
     * @param then may ask for the next time
     */
    Wake(ProcessorContext<?, ?> task, Runnable then) {
        this.task = task;
        this.then = then;
    }

    /**
     * At this time or earlier; at once, when it has gone by. To be called while the task handles
     * something.
     *
     * @param time in milliseconds since 1970
     */
    void by(long time) {
        if (set != null && at <= time) {
            return;
        }
        stop();
        at = time;
        timetable.set(this, at);
        set =
                task.schedule(
                        Duration.ofMillis(Math.max(1, time - task.currentSystemTimeMs())),
                        PunctuationType.WALL_CLOCK_TIME,
                        _ -> woken());
    }

    /** It is not called any more, until it asks again. */
    void stop() {
        if (set != null) {
            set.cancel();
            set = null;
            timetable.clear(this);
        }
    }

    private void woken() {
        stop();
        then.run();
    }
}
