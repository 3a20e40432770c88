package dev.carrier.pipeline.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The alarms of a conversation while one decision sets and cancels them. Made for one decision; not
 * thread-safe.
 */
final class AlarmClock {
    private final SortedMap<String, Alarm> alarms;
    private final long generation;
    private final Instant now;

    /** Starts from the alarms before the input. */
    AlarmClock(Conversation before, Context context) {
        this.alarms = new TreeMap<>(before.alarms());
        this.generation = before.sequence() + 1;
        this.now = context.handledAt();
    }

    /** Rings at that time, and at no other. */
    void set(String id, Instant due) {
        Alarm set = alarms.get(id);
        if (set == null || !set.due().equals(due)) {
            alarms.put(id, new Alarm(id, generation, due));
        }
    }

    /** Only from now on the conversation may fall idle. Moved at most once an hour. */
    void active() {
        Instant due = now.plus(Ringing.IDLE_AFTER);
        Alarm set = alarms.get(Alarm.IDLE);
        if (set == null || set.due().isBefore(due.minus(Duration.ofHours(1)))) {
            set(Alarm.IDLE, due);
        }
    }

    void cancel(String id) {
        alarms.remove(id);
    }

    /** When an alarm that is set will ring. */
    Instant due(String id) {
        return Objects.requireNonNull(alarms.get(id), id).due();
    }

    boolean isSet(String id) {
        return alarms.containsKey(id);
    }

    /** All that are set, by what they are for. */
    SortedMap<String, Alarm> all() {
        return alarms;
    }
}
