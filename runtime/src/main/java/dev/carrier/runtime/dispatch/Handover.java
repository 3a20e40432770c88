package dev.carrier.runtime.dispatch;

import java.time.Duration;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Partitions come and go. Called by the consumer, within a poll, on the dispatcher's thread. */
final class Handover implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);
    private static final Duration TO_COMMIT = Duration.ofSeconds(2);

    private final DispatcherOptions options;
    private final Consumer<byte[], byte[]> consumer;
    private final Partitions partitions;
    private final Work work;
    private final Committer committer;
    private final Bell bell;
    private final java.util.function.Consumer<Task> ended;
    private boolean over;

    Handover(
            DispatcherOptions options,
            Consumer<byte[], byte[]> consumer,
            Partitions partitions,
            Work work,
            Committer committer,
            Bell bell,
            java.util.function.Consumer<Task> ended) {
        this.options = options;
        this.consumer = consumer;
        this.partitions = partitions;
        this.work = work;
        this.committer = committer;
        this.bell = bell;
        this.ended = ended;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> names) {
        if (over) {
            return;
        }
        if (!names.isEmpty()) {
            // Offsets of an open transaction would be waited for, and it is ours.
            requireCertainty();
            Map<TopicPartition, OffsetAndMetadata> committed =
                    asked(() -> consumer.committed(new HashSet<>(names)));
            Map<TopicPartition, Long> ends = asked(() -> consumer.endOffsets(names));
            for (TopicPartition name : names) {
                Optional<OffsetAndMetadata> from = Optional.ofNullable(committed.get(name));
                from.ifPresent(offset -> consumer.seek(name, offset));
                from.ifPresent(offset -> work.adrift().forgetBelow(name, offset.offset()));
                OffsetBook book = from.map(Handover::book).orElseGet(OffsetBook::unknown);
                partitions.add(
                        new Assignment(
                                name,
                                ends.getOrDefault(name, Long.MAX_VALUE),
                                book,
                                options.ordering()));
                log("assigned", name);
            }
        }
        work.adrift().retain(partitions.names());
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> names) {
        if (over || names.isEmpty()) {
            return;
        }
        List<Assignment> leaving =
                names.stream().flatMap(one -> partitions.get(one).stream()).toList();
        leaving.forEach(Assignment::stop);
        awaitRunning(leaving);
        commitWhatIsFinished();
        for (Assignment one : leaving) {
            partitions.remove(one.partition());
            one.held().values().forEach(Task::abandon);
            log("revoked", one.partition());
        }
        committer.dropLost();
        requireCertainty();
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> names) {
        if (over) {
            return;
        }
        for (TopicPartition name : names) {
            partitions.remove(name).ifPresent(work.adrift()::add);
            log("lost", name);
        }
        committer.dropLost();
        requireCertainty();
    }

    /** This membership has ended; all that runs may be taken up by the next. */
    void end() {
        over = true;
        for (TopicPartition name : partitions.names()) {
            partitions.remove(name).ifPresent(work.adrift()::add);
        }
    }

    private void awaitRunning(List<Assignment> leaving) {
        long until = System.nanoTime() + options.revokeGrace().toNanos();
        while (leaving.stream().anyMatch(Assignment::isRunning)) {
            Duration left = Duration.ofNanos(until - System.nanoTime());
            if (!left.isPositive()) {
                return;
            }
            try {
                bell.next(left).ifPresent(task -> work.collect(task, ended));
            } catch (InterruptedException e) {
                throw new KafkaException("interrupted in a rebalance", e);
            }
        }
    }

    private void commitWhatIsFinished() {
        long until = System.nanoTime() + TO_COMMIT.toNanos();
        while (!committer.isDone() && System.nanoTime() - until < 0) {
            committer.write();
            LockSupport.parkNanos(committer.isDone() ? 0 : committer.dueIn().toNanos());
        }
    }

    private void requireCertainty() {
        if (committer.isUncertain()) {
            throw new KafkaException("a transaction is open while partitions change");
        }
    }

    private static <T> T asked(Supplier<T> broker) {
        while (true) {
            try {
                return broker.get();
            } catch (WakeupException _) {
                // Meant for the poll that this call is part of; results are looked at after it.
            }
        }
    }

    private static OffsetBook book(OffsetAndMetadata committed) {
        BitSet beyond;
        try {
            beyond = BitmapCodec.decode(committed.metadata());
        } catch (IllegalArgumentException foreign) {
            LOG.atWarn()
                    .addKeyValue("offset", committed.offset())
                    .addKeyValue("problem", foreign.getMessage())
                    .log("offsets were committed by something else: beginning there");
            beyond = new BitSet();
        }
        return OffsetBook.restored(committed.offset(), beyond);
    }

    private void log(String what, TopicPartition partition) {
        LOG.atInfo()
                .addKeyValue("dispatcher", options.name())
                .addKeyValue("partition", partition)
                .log(what);
    }
}
