package dev.carrier.runtime.dispatch;

import dev.carrier.runtime.kafka.KafkaClients;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * One life of a dispatcher: a consumer, a producer, and the loop of the one thread that owns both.
 */
final class PollLoop implements AutoCloseable {
    private static final Duration CLOSE = Duration.ofSeconds(2);

    /** So long the thread may stand still for the producer; the group waits far longer. */
    private static final int BLOCK_MS = 3_000;

    private final DispatcherOptions options;
    private final Bell bell;
    private final Work work;
    private final Board board;
    private final Producer<byte[], byte[]> producer;
    private final Consumer<byte[], byte[]> consumer;
    private final Partitions partitions = new Partitions();
    private final Committer committer;
    private final Intake intake;
    private final Handover handover;
    private boolean left;

    PollLoop(DispatcherOptions options, KafkaClients clients, Bell bell, Work work, Board board) {
        this.options = options;
        this.bell = bell;
        this.work = work;
        this.board = board;
        this.producer =
                clients.transactionalProducer(
                        options.transactionalId(),
                        Map.of(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MS));
        try {
            this.consumer = consumer(options, clients);
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
        this.committer =
                new Committer(producer, consumer::groupMetadata, partitions, board::trouble);
        this.intake = new Intake(options, consumer, partitions, work, committer);
        this.handover =
                new Handover(options, consumer, partitions, work, committer, bell, this::ended);
    }

    private static Consumer<byte[], byte[]> consumer(
            DispatcherOptions options, KafkaClients clients) {
        return clients.consumer(
                options.group(),
                options.transactionalId(),
                Map.of(
                        // Partitions that stay keep what is in flight.
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                        CooperativeStickyAssignor.class.getName(),
                        // A killed instance that starts again has its partitions at once.
                        ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
                        options.transactionalId().replaceAll("[^a-zA-Z0-9._-]", "_")));
    }

    /**
     * Works until it was drained.
     *
     * @throws RuntimeException when the clients are of no more use
     */
    void run() {
        endWhatWasLeftOpen();
        consumer.subscribe(options.topics(), handover);
        board.running();
        while (!isDrained()) {
            work.collect(this::ended);
            work.checkHolds();
            if (committer.dueIn().isZero()) {
                committer.write();
            }
            intake.admit();
            intake.take(bell.poll(consumer, timeout()));
            board.polled(partitions, committer.problem(), consumer);
        }
        leave();
    }

    /** A former life of this instance may have left a transaction; waits for Kafka if need be. */
    private void endWhatWasLeftOpen() {
        while (true) {
            try {
                producer.initTransactions();
                return;
            } catch (TimeoutException away) {
                if (board.isDraining()) {
                    throw away;
                }
                board.trouble("Kafka does not answer: " + away.getMessage());
                work.collect(_ -> {});
                work.checkHolds();
            }
        }
    }

    private void ended(Task task) {
        Assignment owner = task.owner();
        if (owner != null) {
            intake.release(task, owner);
            committer.add(task);
        }
    }

    private Duration timeout() {
        Duration due = committer.dueIn();
        Duration check = options.hold().dividedBy(50);
        return due.compareTo(check) < 0 ? due : check;
    }

    private boolean isDrained() {
        if (!board.isDraining()) {
            return false;
        }
        intake.close();
        if (partitions.isRunning() && !board.isDrainOver()) {
            return false;
        }
        return committer.isDone() || board.isDrainOver();
    }

    private void leave() {
        work.collect(this::ended);
        // With Kafka away it would only take long.
        if (!committer.isDone() && committer.problem().isEmpty()) {
            committer.write();
        }
        work.abandonAll();
        left = true;
    }

    @Override
    public void close() {
        handover.end();
        try {
            producer.close(left ? CLOSE : Duration.ZERO);
        } finally {
            // Whoever comes back in a moment keeps its place in the group.
            consumer.close(
                    CloseOptions.timeout(CLOSE)
                            .withGroupMembershipOperation(
                                    left
                                            ? GroupMembershipOperation.LEAVE_GROUP
                                            : GroupMembershipOperation.REMAIN_IN_GROUP));
        }
    }
}
