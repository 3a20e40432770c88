package dev.carrier.runtime.dispatch;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What is at work, whatever becomes of the clients: outlives a restart of the dispatcher. For the
 * dispatcher's own thread only.
 */
final class Work {
    private final DispatcherOptions options;
    private final Handler handler;
    private final Clock clock;
    private final Bell bell;
    private final Adrift adrift = new Adrift();
    private final Set<Task> running = new HashSet<>();
    private long nextCheck = System.nanoTime();

    Work(DispatcherOptions options, Handler handler, Clock clock, Bell bell) {
        this.options = options;
        this.handler = handler;
        this.clock = clock;
        this.bell = bell;
    }

    Adrift adrift() {
        return adrift;
    }

    Handler handler() {
        return handler;
    }

    Task task(ConsumerRecord<byte[], byte[]> record, Assignment owner) {
        return new Task(record, handler, bell, options.hold(), clock.instant(), owner);
    }

    void begin(Task task) {
        running.add(task);
        task.begin();
    }

    /** Takes what ended since the last time; what nobody owns is not passed on. */
    void collect(Consumer<Task> owned) {
        for (Optional<Task> task = bell.next(); task.isPresent(); task = bell.next()) {
            collect(task.get(), owned);
        }
    }

    void collect(Task task, Consumer<Task> owned) {
        task.collected();
        running.remove(task);
        if (task.owner() != null) {
            owned.accept(task);
        }
    }

    /** Interrupts what is held too long; looks at most once in a while. */
    void checkHolds() {
        long now = System.nanoTime();
        if (now - nextCheck >= 0) {
            running.forEach(task -> task.checkHold(now));
            nextCheck = now + options.hold().toNanos() / 200;
        }
    }

    /** Stops everything. */
    void abandonAll() {
        running.forEach(Task::abandon);
        running.clear();
    }
}
