package dev.carrier.ingest.discord;

import java.util.OptionalLong;

/**
 * The cursor of one channel: the message up to which everything is in Kafka, never beyond what
 * waits. Not thread-safe: its lane guards it.
 */
final class Reached {
    private final Waiting waiting;
    private OptionalLong cursor = OptionalLong.empty();
    private boolean isNew;

    Reached(Waiting waiting) {
        this.waiting = waiting;
    }

    /** Empty until the channel has begun. */
    OptionalLong cursor() {
        return cursor;
    }

    /** Whether it has not been told where the channel begins. */
    boolean isNew() {
        return cursor.isEmpty() || isNew;
    }

    /**
     * Sets where the channel begins, unless that is known.
     *
     * @return the cursor to keep
     */
    long begin(long mark) {
        long from = waiting.notBeyond(mark);
        // Of what was let go meanwhile the lane knows no more than that it came then.
        from = isNew ? Math.min(from, cursor.orElse(from)) : cursor.orElse(from);
        cursor = OptionalLong.of(from);
        isNew = false;
        return from;
    }

    /** The channel begins before this message, unless it is known where. */
    void beginBefore(long mark) {
        if (cursor.isEmpty()) {
            cursor = OptionalLong.of(waiting.notBeyond(mark - 1));
            isNew = true;
        }
    }

    /**
     * The same for the first message that is about to be published.
     *
     * @return the cursor to save; empty when the channel had begun before
     */
    OptionalLong keepBefore(long first) {
        beginBefore(first);
        boolean wasNew = isNew;
        isNew = false;
        return wasNew ? cursor : OptionalLong.empty();
    }

    /**
     * Everything up to this message is in Kafka.
     *
     * @return whether the cursor moved
     */
    boolean move(long mark) {
        long to = waiting.notBeyond(mark);
        boolean on = cursor.isPresent() && to > cursor.getAsLong();
        cursor = on ? OptionalLong.of(to) : cursor;
        return on;
    }
}
