package dev.carrier.runtime.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From fetched records to work: as many as there is room for; the partitions that have more are
 * paused meanwhile. For the dispatcher's own thread only.
 */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final DispatcherOptions options;
    private final Consumer<byte[], byte[]> consumer;
    private final Partitions partitions;
    private final Work work;
    private final Committer committer;
    private boolean closed;

    Intake(
            DispatcherOptions options,
            Consumer<byte[], byte[]> consumer,
            Partitions partitions,
            Work work,
            Committer committer) {
        this.options = options;
        this.consumer = consumer;
        this.partitions = partitions;
        this.work = work;
        this.committer = committer;
    }

    /** Takes what was fetched. */
    void take(ConsumerRecords<byte[], byte[]> fetched) {
        for (TopicPartition name : fetched.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> records = fetched.records(name);
            partitions.get(name).ifPresent(to -> current(to, records).waiting().addAll(records));
        }
        admit();
        fetched.nextOffsets()
                .forEach((name, next) ->
                        partitions
                                .get(name)
                                .filter(all -> all.waiting().isEmpty())
                                .ifPresent(all -> all.book().advanceTo(next.offset())));
    }

    /** Receives what there is room for, a record of each partition in turn, and begins it. */
    void admit() {
        int room = closed ? 0 : options.maxInFlight() - partitions.inFlight();
        List<Task> ready = new ArrayList<>();
        for (boolean more = room > 0; more; ) {
            more = false;
            for (Assignment one : partitions.all()) {
                if (room > 0 && isNextWelcome(one)) {
                    int before = one.held().size();
                    receive(one.waiting().remove(), one).ifPresent(ready::add);
                    room -= one.held().size() - before;
                    more = true;
                }
            }
        }
        // Only now: what arrived together was seen before any of it begins.
        ready.forEach(work::begin);
        pauseOrResume(room);
    }

    /** The work on a record has ended: the next of its lane begins. */
    void release(Task ended, Assignment owner) {
        owner.lanes()
                .leave(ended.lane())
                .ifPresent(next -> {
                    if (!closed) {
                        work.begin(next);
                    }
                });
    }

    /** From now on nothing is fetched, received or begun. */
    void close() {
        closed = true;
        pauseOrResume(0);
    }

    /** A topic that was made anew begins at its first offset again: so does its assignment. */
    private Assignment current(Assignment before, List<ConsumerRecord<byte[], byte[]>> records) {
        ConsumerRecord<byte[], byte[]> last = before.waiting().peekLast();
        long offset = records.getFirst().offset();
        if (!before.book().isBehind(offset) && (last == null || last.offset() < offset)) {
            return before;
        }
        LOG.atWarn()
                .addKeyValue("partition", before.partition())
                .addKeyValue("offset", offset)
                .log("the partition went back: what was known of it is forgotten");
        before.stop();
        before.held().values().forEach(Task::abandon);
        committer.dropLost();
        Assignment anew =
                new Assignment(before.partition(), 0, OffsetBook.unknown(), options.ordering());
        partitions.add(anew);
        return anew;
    }

    private static boolean isNextWelcome(Assignment one) {
        ConsumerRecord<byte[], byte[]> next = one.waiting().peek();
        return next != null && one.book().accepts(next.offset());
    }

    private Optional<Task> receive(ConsumerRecord<byte[], byte[]> record, Assignment to) {
        if (!to.book().receive(record.offset())) {
            work.adrift().forget(to.partition(), record.offset());
            return Optional.empty();
        }
        Optional<Task> adopted = work.adrift().adopt(record, to);
        if (adopted.isPresent()) {
            goOn(adopted.get(), to);
            return Optional.empty();
        }
        Task task = work.task(record, to);
        if (show(record, task) == Reception.DONE) {
            to.book().pass(record.offset());
            return Optional.empty();
        }
        to.held().put(record.offset(), task);
        return to.lanes().enter(task.lane(), task) ? Optional.of(task) : Optional.empty();
    }

    private void goOn(Task adopted, Assignment to) {
        to.held().put(adopted.record().offset(), adopted);
        if (adopted.isCollected()) {
            committer.add(adopted);
        } else {
            to.lanes().enter(adopted.lane(), adopted);
        }
    }

    @SuppressWarnings("CatchingUnchecked") // a handler's slip with one record must not stop others
    private Reception show(ConsumerRecord<byte[], byte[]> record, Task task) {
        try {
            return work.handler().receive(record, task);
        } catch (RuntimeException problem) {
            LOG.atError()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .setCause(problem)
                    .log("the handler could not receive a record: it will be handled");
            return Reception.LANE;
        }
    }

    private void pauseOrResume(int room) {
        List<TopicPartition> full = new ArrayList<>();
        List<TopicPartition> free = new ArrayList<>();
        for (Assignment one : partitions.all()) {
            boolean stop = closed || room <= 0 || !one.waiting().isEmpty();
            (stop ? full : free).add(one.partition());
        }
        consumer.pause(full);
        consumer.resume(free);
    }
}
