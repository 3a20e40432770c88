package dev.carrier.runtime.dispatch;

import java.util.BitSet;

/**
 * What is finished of one partition: everything below an offset, and some beyond it. What the
 * partition skips (transaction markers, compacted or aborted records) counts as finished.
 *
 * <p>For the dispatcher's own thread only.
 */
final class OffsetBook {
    /** So far beyond the contiguous offset it keeps book; the bits of that fit any broker. */
    static final int SPAN = 20_000;

    private static final int TIDY = 1 << 15;
    private static final long UNKNOWN = -1;

    /** Index 0 of both sets is the offset {@link #origin}. */
    private BitSet finished;

    /** What needs no more work, but must be seen again after a restart: never in the metadata. */
    private BitSet passed = new BitSet();

    private long origin;
    private long contiguous;
    private long next;
    private long version;

    private OffsetBook(long committed, BitSet beyond) {
        origin = committed;
        contiguous = committed;
        next = committed;
        finished = beyond;
    }

    /** Of a partition of which nothing was ever committed: it begins with its first record. */
    static OffsetBook unknown() {
        return new OffsetBook(UNKNOWN, new BitSet());
    }

    /**
     * As it was committed.
     *
     * @param committed everything below is finished
     * @param beyond what is finished from there on; bit 0 is the committed offset
     */
    static OffsetBook restored(long committed, BitSet beyond) {
        OffsetBook book = new OffsetBook(committed, (BitSet) beyond.clone());
        book.moveOn();
        book.version = 0;
        return book;
    }

    /** Whether this offset was passed before, which happens only when a topic was made anew. */
    boolean isBehind(long offset) {
        return offset < next;
    }

    /** Whether a record can be received without outgrowing what fits the metadata. */
    boolean accepts(long offset) {
        return nothingOpen() || offset - contiguous < SPAN;
    }

    /**
     * Takes the next record of the partition; what was skipped before it is finished.
     *
     * @return whether there is work to do; false if it was finished before a restart
     */
    boolean receive(long offset) {
        if (isBehind(offset)) {
            throw new IllegalArgumentException(offset + " after " + next);
        }
        advanceTo(offset);
        next = offset + 1;
        return offset >= contiguous && !finished.get(index(offset));
    }

    /** The partition has nothing more before this offset. */
    void advanceTo(long position) {
        if (position <= next) {
            return;
        }
        version++;
        if (nothingOpen()) {
            jump(Math.max(position, contiguous));
        } else if (position - contiguous <= SPAN) {
            finished.set(index(next), index(position));
        } else {
            return;
        }
        next = position;
        moveOn();
    }

    /** The work on a record is done and its result goes into the next transaction. */
    void finish(long offset) {
        if (offset >= contiguous && !finished.get(index(offset))) {
            finished.set(index(offset));
            version++;
            moveOn();
        }
    }

    /** A record needs no work, but is to be seen again after a restart if an earlier one is. */
    void pass(long offset) {
        if (offset >= contiguous && !passed.get(index(offset))) {
            passed.set(index(offset));
            version++;
            moveOn();
        }
    }

    /** Everything below is finished; negative while nothing was received. */
    long contiguous() {
        return contiguous;
    }

    /** What is finished beyond; bit 0 is the contiguous offset and never set. */
    BitSet beyond() {
        return finished.get(index(contiguous), Math.max(finished.length(), index(contiguous)));
    }

    /** Changes whenever there is something new to commit. */
    long version() {
        return version;
    }

    private boolean nothingOpen() {
        return contiguous >= next;
    }

    private int index(long offset) {
        return Math.toIntExact(offset - origin);
    }

    private void jump(long offset) {
        if (origin == UNKNOWN || offset - origin > TIDY) {
            rebase(offset);
        }
        contiguous = offset;
    }

    private void moveOn() {
        int at = index(contiguous);
        while (finished.get(at) || passed.get(at)) {
            at = finished.get(at) ? finished.nextClearBit(at) : passed.nextClearBit(at);
        }
        contiguous = origin + at;
        if (at > TIDY) {
            rebase(contiguous);
        }
    }

    private void rebase(long offset) {
        long by = origin == UNKNOWN ? Integer.MAX_VALUE : offset - origin;
        finished = from(finished, by);
        passed = from(passed, by);
        origin = offset;
    }

    private static BitSet from(BitSet bits, long by) {
        return by >= bits.length() ? new BitSet() : bits.get((int) by, bits.length());
    }
}
