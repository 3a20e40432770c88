package dev.carrier.runtime.dispatch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** The partitions that are this dispatcher's now. For the dispatcher's own thread only. */
final class Partitions {
    private final Map<TopicPartition, Assignment> assigned = new HashMap<>();

    void add(Assignment assignment) {
        assigned.put(assignment.partition(), assignment);
    }

    Optional<Assignment> get(TopicPartition partition) {
        return Optional.ofNullable(assigned.get(partition));
    }

    Optional<Assignment> remove(TopicPartition partition) {
        return Optional.ofNullable(assigned.remove(partition));
    }

    Collection<Assignment> all() {
        return assigned.values();
    }

    /** A copy of their names. */
    List<TopicPartition> names() {
        return List.copyOf(assigned.keySet());
    }

    /** Records received and not committed. */
    int inFlight() {
        int sum = 0;
        for (Assignment one : assigned.values()) {
            sum += one.held().size();
        }
        return sum;
    }

    /** Whether any work has begun and not ended. */
    boolean isRunning() {
        return assigned.values().stream().anyMatch(Assignment::isRunning);
    }
}
