package dev.carrier.runtime.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Answers each record with its own text and what became of it, under its key. */
final class Echo implements Handler {
    /** What is done before the answer; says what became of the record. */
    interface Call {
        String on(String text, Leash leash) throws Exception;
    }

    private final String to;
    private final Call call;

    Echo(String to, Call call) {
        this.to = to;
        this.call = call;
    }

    static String text(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.value(), UTF_8);
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> handle(
            ConsumerRecord<byte[], byte[]> record, Leash leash) throws Exception {
        return List.of(answer(record, call.on(text(record), leash)));
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> failed(
            ConsumerRecord<byte[], byte[]> record, Throwable problem) {
        return List.of(answer(record, problem.getClass().getSimpleName()));
    }

    private ProducerRecord<byte[], byte[]> answer(
            ConsumerRecord<byte[], byte[]> record, String what) {
        return new ProducerRecord<>(to, record.key(), (text(record) + " " + what).getBytes(UTF_8));
    }
}
