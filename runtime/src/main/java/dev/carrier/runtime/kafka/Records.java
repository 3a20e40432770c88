package dev.carrier.runtime.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.DeadLetter;
import dev.carrier.contracts.Headers;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.RecordRef;
import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Travels;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Values of topics as records of Kafka. Thread-safe. */
public final class Records {
    private static final int DEAD_LETTER_BYTES = 256 * 1024;

    private Records() {}

    /** A value under its conversation, with the header that says which. */
    public static <V extends Travels> ProducerRecord<byte[], byte[]> of(
            Topic<V> topic, ConversationId key, V value) {
        return of(topic, key, value, Map.of());
    }

    /**
     * The same with more headers.
     *
     * @param headers names of {@link Headers}, values as text
     */
    public static <V extends Travels> ProducerRecord<byte[], byte[]> of(
            Topic<V> topic, ConversationId key, V value, Map<String, String> headers) {
        ProducerRecord<byte[], byte[]> made =
                new ProducerRecord<>(topic.name(), key.value().getBytes(UTF_8), Json.write(value));
        made.headers().add(Headers.CONVERSATION, key.value().getBytes(UTF_8));
        headers.forEach((name, text) -> made.headers().add(name, text.getBytes(UTF_8)));
        return made;
    }

    /** A value under a key that is no conversation, as in {@code settings}. */
    public static <V extends Travels> ProducerRecord<byte[], byte[]> of(
            Topic<V> topic, String key, V value) {
        return new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), Json.write(value));
    }

    /** The key as a conversation; empty if the record has none. */
    public static Optional<ConversationId> conversation(ConsumerRecord<byte[], byte[]> record) {
        byte @Nullable [] key = record.key();
        return Optional.ofNullable(key)
                .map(bytes -> new String(bytes, UTF_8))
                .filter(text -> !text.isBlank())
                .map(ConversationId::new);
    }

    /** Where a record stands. */
    public static RecordRef ref(ConsumerRecord<byte[], byte[]> record) {
        return new RecordRef(record.topic(), record.partition(), record.offset());
    }

    /** The text of a record's newest header of that name. */
    public static Optional<String> header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header found = record.headers().lastHeader(name);
        return found == null || found.value() == null
                ? Optional.empty()
                : Optional.of(new String(found.value(), UTF_8));
    }

    /**
     * The dead letter of a record, under the record's own key.
     *
     * @param worker who puts it aside
     * @param reason why, for the operator; without what people wrote
     */
    public static ProducerRecord<byte[], byte[]> dead(
            Topic<DeadLetter> topic,
            String worker,
            ConsumerRecord<byte[], byte[]> record,
            String reason,
            Instant at) {
        Map<String, String> headers = new TreeMap<>();
        record.headers()
                .forEach(header -> {
                    byte[] text = header.value();
                    headers.put(header.key(), text == null ? "" : new String(text, UTF_8));
                });
        DeadLetter.Dead dead =
                new DeadLetter.Dead(
                        worker,
                        Optional.of(ref(record)),
                        base64(record.key()),
                        base64(record.value()),
                        headers,
                        reason,
                        at);
        return new ProducerRecord<>(topic.name(), record.key(), Json.write(dead));
    }

    private static String base64(byte @Nullable [] bytes) {
        if (bytes == null) {
            return "";
        }
        byte[] cut =
                bytes.length > DEAD_LETTER_BYTES ? Arrays.copyOf(bytes, DEAD_LETTER_BYTES) : bytes;
        return Base64.getEncoder().encodeToString(cut);
    }
}
