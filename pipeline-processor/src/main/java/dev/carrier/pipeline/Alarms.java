package dev.carrier.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.contracts.ConversationId;
import dev.carrier.pipeline.state.Alarm;
import dev.carrier.pipeline.state.AlarmChange;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The alarms of all conversations of a task, sorted by when they are due. The key is the due time
 * in milliseconds (8 bytes, so that it sorts), the conversation, a zero and the alarm's id.
 */
final class Alarms {
    /** More than these wait for the next time, so that records are not held up. */
    private static final int MOST = 500;

    private static final byte[] GONE_BY = new byte[Long.BYTES];

    private final KeyValueStore<Bytes, byte[]> store;

    Alarms(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** An alarm that is due. */
    record Due(Bytes key, ConversationId in, String alarm, long generation) {}

    /** What is due at this time, the longest overdue first. */
    List<Due> due(Instant now) {
        List<Due> due = new ArrayList<>();
        Bytes end = Bytes.wrap(time(now.plusMillis(1)));
        try (KeyValueIterator<Bytes, byte[]> set = store.range(Bytes.wrap(GONE_BY), end)) {
            while (set.hasNext() && due.size() < MOST) {
                due.add(read(set.next()));
            }
        }
        return due;
    }

    /** Where something is going on, in order: what only waits to be let go is not among them. */
    SortedSet<ConversationId> busy() {
        SortedSet<ConversationId> busy = new TreeSet<>();
        try (KeyValueIterator<Bytes, byte[]> set = store.all()) {
            while (set.hasNext()) {
                Due due = read(set.next());
                if (!due.alarm().equals(Alarm.IDLE)) {
                    busy.add(due.in());
                }
            }
        }
        return busy;
    }

    boolean stillSet(Due due) {
        byte[] generation = store.get(due.key());
        return generation != null && ByteBuffer.wrap(generation).getLong() == due.generation();
    }

    void clear(Due due) {
        if (stillSet(due)) {
            store.delete(due.key());
        }
    }

    /**
     * When the first one is due, in milliseconds since 1970.
     *
     * @param before only what is due before this time counts
     */
    OptionalLong next(Instant before) {
        try (KeyValueIterator<Bytes, byte[]> set =
                store.range(Bytes.wrap(GONE_BY), Bytes.wrap(time(before)))) {
            return set.hasNext() ? OptionalLong.of(due(set.next().key)) : OptionalLong.empty();
        }
    }

    /**
     * Sets and clears.
     *
     * @return when the first of those that were set is due, in milliseconds since 1970
     */
    OptionalLong change(ConversationId in, List<AlarmChange> changes) {
        long first = Long.MAX_VALUE;
        for (AlarmChange change : changes) {
            Bytes key = key(in, change.alarm());
            switch (change) {
                case AlarmChange.Set set -> {
                    long generation = set.alarm().generation();
                    store.put(key, ByteBuffer.allocate(Long.BYTES).putLong(generation).array());
                    first = Math.min(first, due(key));
                }
                case AlarmChange.Cleared _ -> store.delete(key);
            }
        }
        return first == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(first);
    }

    private static long due(Bytes key) {
        return ByteBuffer.wrap(key.get()).getLong();
    }

    private static Bytes key(ConversationId in, Alarm alarm) {
        byte[] conversation = in.value().getBytes(UTF_8);
        byte[] id = alarm.id().getBytes(UTF_8);
        return Bytes.wrap(
                ByteBuffer.allocate(Long.BYTES + conversation.length + 1 + id.length)
                        .put(time(alarm.due()))
                        .put(conversation)
                        .put((byte) 0)
                        .put(id)
                        .array());
    }

    /** Never earlier than it is due: parts of a millisecond count as a whole one. */
    private static byte[] time(Instant at) {
        long millis = Math.max(0, at.plusNanos(999_999).toEpochMilli());
        return ByteBuffer.allocate(Long.BYTES).putLong(millis).array();
    }

    private static Due read(KeyValue<Bytes, byte[]> entry) {
        byte[] bytes = entry.key.get();
        int zero = Long.BYTES;
        while (bytes[zero] != 0) {
            zero++;
        }
        return new Due(
                entry.key,
                new ConversationId(new String(Arrays.copyOfRange(bytes, Long.BYTES, zero), UTF_8)),
                new String(Arrays.copyOfRange(bytes, zero + 1, bytes.length), UTF_8),
                ByteBuffer.wrap(entry.value).getLong());
    }
}
