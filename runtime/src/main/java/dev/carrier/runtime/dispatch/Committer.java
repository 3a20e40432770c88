package dev.carrier.runtime.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes results and what is finished in one transaction. What could not be written is written
 * again, the same, as long as its partition is ours. For the dispatcher's own thread only.
 *
 * <p>Errors as in <a
 * href="https://cwiki.apache.org/confluence/display/KAFKA/KIP-1050%3A+Consistent+error+handling+for+Transactions">
 * KIP-1050</a>: recoverable by the application, such as a fenced producer, or of unknown kind: they
 * leave by exception, and the clients must be made anew. All others: abort and try again.
 */
final class Committer {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);

    /** More at once could outlast the transaction's timeout. */
    private static final int MOST = 500;

    /** Progress that carries no result is not worth a transaction of its own at once. */
    private static final Duration LAZY = Duration.ofSeconds(1);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private enum Step {
        NONE,
        COMMITTING,
        ABORTING
    }

    private final Producer<byte[], byte[]> producer;
    private final Supplier<ConsumerGroupMetadata> group;
    private final Partitions partitions;
    private final Consumer<String> trouble;
    private final TransactionPace pace = new TransactionPace(System.nanoTime());

    /** Results to be written; an attempt takes the first ones, so that a second has them too. */
    private final List<Task> ready = new ArrayList<>();

    private Step step = Step.NONE;
    private Attempt attempt = new Attempt(List.of(), Map.of(), Map.of(), List.of());
    private Optional<String> problem = Optional.empty();
    private Duration pause = FIRST_PAUSE;
    private long notBefore = System.nanoTime();
    private long lazySince;

    /** One of a task's results on its way. */
    private record Sent(Task task, int size, Future<RecordMetadata> outcome) {
        /** Why it failed, if it is known that it did. */
        Optional<Throwable> failure() {
            return outcome.state() == Future.State.FAILED
                    ? Optional.of(outcome.exceptionNow())
                    : Optional.empty();
        }
    }

    /** What a transaction holds. */
    private record Attempt(
            List<Task> tasks,
            Map<Assignment, Long> versions,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            List<Sent> sent) {}

    Committer(
            Producer<byte[], byte[]> producer,
            Supplier<ConsumerGroupMetadata> group,
            Partitions partitions,
            Consumer<String> trouble) {
        this.producer = producer;
        this.group = group;
        this.partitions = partitions;
        this.trouble = trouble;
    }

    /** A result is to be written. */
    void add(Task task) {
        ready.add(task);
    }

    /** Results of partitions that are no longer ours are dropped. */
    void dropLost() {
        ready.removeIf(task -> task.owner() == null);
    }

    /** Why the last attempt failed, if it did. */
    Optional<String> problem() {
        return problem;
    }

    /** Whether a transaction's outcome is not known yet. */
    boolean isUncertain() {
        return step != Step.NONE;
    }

    /** Whether nothing is left to write, progress without results included. */
    boolean isDone() {
        return step == Step.NONE
                && ready.isEmpty()
                && partitions.all().stream().noneMatch(Assignment::isDirty);
    }

    /** How long until there is something to do; zero for now. */
    Duration dueIn() {
        long now = System.nanoTime();
        if (isUncertain()) {
            return atLeastZero(notBefore - now);
        }
        if (!ready.isEmpty()) {
            return atLeastZero(Math.max(notBefore - now, pace.notBefore() - now));
        }
        if (partitions.all().stream().noneMatch(Assignment::isDirty)) {
            lazySince = 0;
            return LAZY;
        }
        lazySince = lazySince == 0 ? now : lazySince;
        return atLeastZero(Math.max(notBefore, lazySince + LAZY.toNanos()) - now);
    }

    /**
     * One attempt to write all there is, up to a limit.
     *
     * @throws KafkaException when the clients must be made anew
     */
    void write() {
        lazySince = 0;
        try {
            switch (step) {
                case COMMITTING -> commit();
                case ABORTING -> abort();
                case NONE -> begin();
            }
        } catch (ApplicationRecoverableException fenced) {
            throw fenced;
        } catch (KafkaException failure) {
            if (step == Step.ABORTING) {
                throw failure;
            }
            failed(failure, replaceTooLarge(attempt.sent));
            abort();
        }
    }

    private void begin() {
        attempt = gather();
        if (attempt.offsets.isEmpty()) {
            return;
        }
        pace.begins(System.nanoTime());
        producer.beginTransaction();
        for (Task task : attempt.tasks) {
            for (ProducerRecord<byte[], byte[]> result : task.results()) {
                Sent sent = new Sent(task, size(result), producer.send(result));
                attempt.sent.add(sent);
                stopIfRefused(sent);
            }
        }
        producer.sendOffsetsToTransaction(attempt.offsets, group.get());
        commit();
    }

    private Attempt gather() {
        List<Task> tasks = List.copyOf(ready.subList(0, Math.min(MOST, ready.size())));
        for (Task task : tasks) {
            Assignment owner = task.owner();
            if (owner != null) {
                owner.book().finish(task.record().offset());
            }
        }
        Map<Assignment, Long> versions = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (Assignment one : partitions.all()) {
            if (one.isDirty()) {
                versions.put(one, one.book().version());
                offsets.put(one.partition(), one.offsets());
            }
        }
        return new Attempt(tasks, versions, offsets, new ArrayList<>());
    }

    private void commit() {
        try {
            step = Step.COMMITTING;
            producer.commitTransaction();
        } catch (TimeoutException unknown) {
            // It may be committed or not: only the same call may follow.
            failed(unknown, false);
            return;
        }
        step = Step.NONE;
        pace.ended(System.nanoTime());
        problem = Optional.empty();
        pause = FIRST_PAUSE;
        attempt.versions.forEach(Assignment::committed);
        for (Task task : attempt.tasks) {
            Assignment owner = task.owner();
            if (owner != null) {
                owner.held().remove(task.record().offset());
            }
        }
        ready.removeAll(Set.copyOf(attempt.tasks));
    }

    private void abort() {
        try {
            step = Step.ABORTING;
            producer.abortTransaction();
            step = Step.NONE;
        } catch (TimeoutException away) {
            failed(away, false);
        }
    }

    private void failed(KafkaException why, boolean canHelp) {
        String what = why.getClass().getSimpleName() + ": " + why.getMessage();
        problem = Optional.of(what);
        trouble.accept(what);
        LOG.atWarn()
                .addKeyValue("results", attempt.tasks.size())
                .addKeyValue("problem", what)
                .log(canHelp ? "a result is too large: replaced" : "not committed: trying again");
        notBefore = System.nanoTime() + (canHelp ? 0 : pause.toNanos());
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    /** Without Kafka each further one would wait as long as the first. */
    private static void stopIfRefused(Sent sent) {
        sent.failure()
                .ifPresent(why -> {
                    throw why instanceof KafkaException known ? known : new KafkaException(why);
                });
    }

    /**
     * Of those that failed as too large, the largest: the producer gives the reason of the one to
     * others too that it had not sent yet. A second one is found at the next attempt.
     */
    private static boolean replaceTooLarge(List<Sent> sent) {
        Optional<Sent> largest =
                sent.stream()
                        .filter(one ->
                                one.failure()
                                        .filter(RecordTooLargeException.class::isInstance)
                                        .isPresent())
                        .max(Comparator.comparingInt(Sent::size));
        largest.ifPresent(one -> one.task.replaceResults(one.failure().orElseThrow()));
        return largest.isPresent();
    }

    private static int size(ProducerRecord<byte[], byte[]> result) {
        byte[] value = result.value();
        return value == null ? 0 : value.length;
    }

    private static Duration atLeastZero(long nanos) {
        return Duration.ofNanos(Math.max(0, nanos));
    }
}
