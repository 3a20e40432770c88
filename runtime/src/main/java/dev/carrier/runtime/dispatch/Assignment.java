package dev.carrier.runtime.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * One partition from the moment it became this dispatcher's until it no longer is. When it comes
 * back it is another assignment, so that nothing of the old one is mistaken for the new. For the
 * dispatcher's own thread only.
 */
final class Assignment {
    private final TopicPartition partition;
    private final long end;
    private final OffsetBook book;
    private final Lanes<Task> lanes;

    /** Fetched, but not received yet: there was no room. */
    private final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();

    /** Received and not committed, by offset. */
    private final Map<Long, Task> held = new HashMap<>();

    private long committedVersion;

    /**
     * @param end the first offset that nobody can have read before
     */
    Assignment(TopicPartition partition, long end, OffsetBook book, Ordering ordering) {
        this.partition = partition;
        this.end = end;
        this.book = book;
        this.lanes = new Lanes<>(ordering);
        this.committedVersion = book.version();
    }

    TopicPartition partition() {
        return partition;
    }

    /** Whether what stands at this offset was there before the partition became ours. */
    boolean inherits(long offset) {
        return offset < end;
    }

    OffsetBook book() {
        return book;
    }

    Lanes<Task> lanes() {
        return lanes;
    }

    Deque<ConsumerRecord<byte[], byte[]>> waiting() {
        return waiting;
    }

    Map<Long, Task> held() {
        return held;
    }

    /** Whether something is finished that is not committed. */
    boolean isDirty() {
        return book.version() != committedVersion && book.contiguous() >= 0;
    }

    /** This version of the book is committed. */
    void committed(long version) {
        committedVersion = version;
    }

    /** What to commit, as of now. */
    OffsetAndMetadata offsets() {
        return new OffsetAndMetadata(book.contiguous(), BitmapCodec.encode(book.beyond()));
    }

    /** Begins nothing more. */
    void stop() {
        waiting.clear();
        lanes.clear();
    }

    /** Whether work of it has begun and not ended. */
    boolean isRunning() {
        return held.values().stream().anyMatch(task -> task.hasBegun() && !task.isCollected());
    }
}
