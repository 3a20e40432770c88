package dev.carrier.cli.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.pipeline.replay.RecordedTopics.Recorded;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The records of one partition that were read last. A journal asks for inputs almost in the order
 * in which they stand, so a few thousand of them are enough. Not thread-safe.
 */
final class Block {
    private static final int MOST_RECORDS = 2_000;
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    private final NavigableMap<Long, Recorded> records = new TreeMap<>();
    private long bytes;

    void add(ConsumerRecord<byte[], byte[]> record) {
        Recorded one =
                new Recorded(wrapped(record.key()), wrapped(record.value()), headers(record));
        if (records.put(record.offset(), one) == null) {
            bytes += one.value().get().length;
        }
        while (records.size() > MOST_RECORDS || (bytes > MOST_BYTES && records.size() > 1)) {
            Map.Entry<Long, Recorded> oldest = records.pollFirstEntry();
            bytes -= oldest == null ? 0 : oldest.getValue().value().get().length;
        }
    }

    Optional<Recorded> at(long offset) {
        return Optional.ofNullable(records.get(offset));
    }

    void clear() {
        records.clear();
        bytes = 0;
    }

    private static Bytes wrapped(byte @Nullable [] bytes) {
        return Bytes.wrap(bytes == null ? new byte[0] : bytes);
    }

    private static SortedMap<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        SortedMap<String, String> headers = new TreeMap<>();
        record.headers()
                .forEach(header -> {
                    byte[] text = header.value();
                    headers.put(header.key(), text == null ? "" : new String(text, UTF_8));
                });
        return headers;
    }
}
