package dev.carrier.cli.replay;

import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Topics;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicReader;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The journal as it is read: tells how far it is and remembers what was read last, which is where a
 * replay stopped. For one thread.
 */
final class Journal implements Iterable<JournalRecord>, AutoCloseable {
    private final Stream<ConsumerRecord<byte[], byte[]>> records;
    private final LongConsumer progress;
    private Optional<JournalRecord> last = Optional.empty();
    private long read;

    /**
     * Opens it.
     *
     * @param only the one conversation that is wanted; empty for all
     * @param progress hears how many records were read, after each
     */
    Journal(KafkaClients clients, Optional<ConversationId> only, LongConsumer progress) {
        TopicReader reader = new TopicReader(clients, "carrier-replay-journal");
        this.records =
                only.map(one -> reader.ofKey(Topics.JOURNAL, one.value()))
                        .orElseGet(() -> reader.all(Topics.JOURNAL));
        this.progress = progress;
    }

    @Override
    public Iterator<JournalRecord> iterator() {
        return records.map(this::taken).iterator();
    }

    /** What was read last; empty when nothing was. */
    Optional<JournalRecord> last() {
        return last;
    }

    @Override
    public void close() {
        records.close();
    }

    private JournalRecord taken(ConsumerRecord<byte[], byte[]> record) {
        JournalRecord one = Json.read(Topics.JOURNAL, record.value());
        last = Optional.of(one);
        progress.accept(++read);
        return one;
    }
}
