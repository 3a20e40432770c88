package dev.carrier.runtime.dispatch;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What a dispatcher does with one record. Implementations are thread-safe. */
public interface Handler {
    /**
     * Sees every record as it arrives, in order, on the dispatcher's own thread: it must not block.
     * All records that arrived together are seen before work on any of them begins. A record that
     * was answered {@link Reception#DONE} is seen again after a restart as long as an earlier
     * record of its partition is unfinished, so that what it marked there is marked again.
     *
     * @param leash of the record
     * @return what becomes of it; an exception counts as {@link Reception#LANE}
     */
    default Reception receive(ConsumerRecord<byte[], byte[]> record, Leash leash) {
        return Reception.LANE;
    }

    /**
     * Does the work, on a virtual thread of its own; may block until {@link Leash#left} is over.
     * Then the thread is interrupted. After a crash, a record whose result was not committed is
     * handled again.
     *
     * @return what is written in the transaction that marks the record as done; may be empty
     * @throws Exception anything: {@link #failed} then says what to write instead
     */
    List<ProducerRecord<byte[], byte[]>> handle(ConsumerRecord<byte[], byte[]> record, Leash leash)
            throws Exception;

    /**
     * What to write when {@link #handle} threw, was held too long ({@link HoldExceeded}), or gave
     * what Kafka refuses as too large ({@code RecordTooLargeException}): the record's one answer,
     * and a dead letter. Must not throw, block or be large; if it throws, the record is done
     * without an answer.
     */
    List<ProducerRecord<byte[], byte[]>> failed(
            ConsumerRecord<byte[], byte[]> record, Throwable problem);
}
