package dev.carrier.runtime.kafka;

import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Topics;
import dev.carrier.runtime.SetupProblem;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The topics of {@link Topics} on a cluster. Their number of partitions is chosen once: with
 * another one a conversation's state and its records would lie in different partitions.
 */
public final class TopicSetup {
    private static final Duration VISIBLE = Duration.ofSeconds(30);
    private static final long PAUSE_NANOS = 20_000_000;

    private TopicSetup() {}

    /**
     * Creates what is missing, gives every topic the wanted retention, and returns when all are
     * there. Several workers may do so at once.
     *
     * @param partitions of every topic, from 1
     * @param retention of the topics that are not compacted
     * @param replication copies of each partition of a new topic; -1 leaves it to the cluster
     * @throws SetupProblem if a topic has another number of partitions, or the cluster does not
     *     answer or refuses
     */
    public static void ensure(Admin admin, int partitions, Duration retention, int replication) {
        ensure(admin, Topics.all(), partitions, retention, replication);
    }

    static void ensure(
            Admin admin,
            Collection<? extends Topic<?>> topics,
            int partitions,
            Duration retention,
            int replication) {
        var existing = Answers.await(admin.listTopics().names());
        var missing =
                topics.stream()
                        .filter(topic -> !existing.contains(topic.name()))
                        .map(topic -> created(topic, partitions, retention, replication))
                        .toList();
        create(admin, missing);
        var names = topics.stream().map(Topic::name).toList();
        described(admin, names).values().forEach(found -> requirePartitions(found, partitions));
        TopicRetention.update(
                admin,
                topics.stream().filter(topic -> existing.contains(topic.name())).toList(),
                retention);
    }

    private static NewTopic created(
            Topic<?> topic, int partitions, Duration retention, int replication) {
        return new NewTopic(topic.name(), partitions, (short) replication)
                .configs(TopicRetention.settings(topic, retention));
    }

    private static void create(Admin admin, List<NewTopic> missing) {
        for (var creation : admin.createTopics(missing).values().values()) {
            try {
                creation.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw KafkaTrouble.asSetupProblem(e);
                }
            } catch (InterruptedException e) {
                throw Answers.interrupted(e);
            }
        }
    }

    /** The controller has created them when it answers; the brokers learn of it a moment later. */
    private static Map<String, TopicDescription> described(Admin admin, List<String> names) {
        long end = System.nanoTime() + VISIBLE.toNanos();
        while (true) {
            try {
                return admin.describeTopics(Set.copyOf(names)).allTopicNames().get();
            } catch (ExecutionException e) {
                boolean notYet = e.getCause() instanceof UnknownTopicOrPartitionException;
                if (!notYet || System.nanoTime() > end) {
                    throw KafkaTrouble.asSetupProblem(e);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            } catch (InterruptedException e) {
                throw Answers.interrupted(e);
            }
        }
    }

    private static void requirePartitions(TopicDescription found, int partitions) {
        int has = found.partitions().size();
        if (has != partitions) {
            throw new SetupProblem(
                    "Topic %s has %d partitions, but the settings ask for %d: set kafka.partitions to %d, or start with empty topics."
                            .formatted(found.name(), has, partitions, has));
        }
    }
}
