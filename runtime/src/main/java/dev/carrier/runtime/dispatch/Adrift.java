package dev.carrier.runtime.dispatch;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Work whose partition was lost without a word, as when Kafka was away: it goes on, and if the
 * partition comes back with the record unfinished, it is taken up again instead of being begun
 * twice. Its result can be committed only then. For the dispatcher's own thread only.
 */
final class Adrift {
    private final Map<TopicPartition, Map<Long, Task>> tasks = new HashMap<>();

    /** Lets go of all that a lost assignment holds. */
    void add(Assignment lost) {
        lost.stop();
        lost.held()
                .forEach((offset, task) -> {
                    task.setAdrift();
                    if (task.hasBegun()) {
                        tasks.computeIfAbsent(lost.partition(), _ -> new HashMap<>())
                                .put(offset, task);
                    }
                });
        lost.held().clear();
    }

    /** The work on this very record, if it is still under way for us. */
    Optional<Task> adopt(ConsumerRecord<byte[], byte[]> record, Assignment by) {
        Optional<Task> found = remove(by.partition(), record.offset());
        if (found.isEmpty()) {
            return found;
        }
        Task task = found.get();
        // A topic that was made anew has other records under the same offsets.
        boolean same = task.record().timestamp() == record.timestamp();
        if (same && task.adopt(by)) {
            return found;
        }
        task.abandon();
        return Optional.empty();
    }

    /** The record turned out to be finished. */
    void forget(TopicPartition partition, long offset) {
        remove(partition, offset).ifPresent(Task::abandon);
    }

    /** All records below this offset turned out to be finished, and will not be seen again. */
    void forgetBelow(TopicPartition partition, long offset) {
        Map<Long, Task> some = tasks.get(partition);
        if (some != null) {
            some.values().stream()
                    .filter(task -> task.record().offset() < offset)
                    .forEach(Task::abandon);
            some.keySet().removeIf(one -> one < offset);
        }
    }

    /** Stops all work of partitions that are somebody else's now. */
    void retain(Collection<TopicPartition> ours) {
        tasks.entrySet()
                .removeIf(entry -> {
                    boolean gone = !ours.contains(entry.getKey());
                    if (gone) {
                        entry.getValue().values().forEach(Task::abandon);
                    }
                    return gone;
                });
    }

    private Optional<Task> remove(TopicPartition partition, long offset) {
        Map<Long, Task> some = tasks.get(partition);
        return some == null ? Optional.empty() : Optional.ofNullable(some.remove(offset));
    }
}
