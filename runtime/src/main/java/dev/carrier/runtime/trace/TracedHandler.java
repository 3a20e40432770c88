package dev.carrier.runtime.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.contracts.Headers;
import dev.carrier.runtime.dispatch.Handler;
import dev.carrier.runtime.dispatch.Leash;
import dev.carrier.runtime.dispatch.Reception;
import dev.carrier.runtime.kafka.Records;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A handler whose work on each record is a span of the turn's trace. Thread-safe. */
public final class TracedHandler implements Handler {
    private final Traces traces;
    private final String name;
    private final Handler handler;

    /**
     * @param name of the spans, such as {@code responder-discord}
     * @param handler does the work
     */
    public TracedHandler(Traces traces, String name, Handler handler) {
        this.traces = traces;
        this.name = name;
        this.handler = handler;
    }

    @Override
    public Reception receive(ConsumerRecord<byte[], byte[]> record, Leash leash) {
        return handler.receive(record, leash);
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> handle(
            ConsumerRecord<byte[], byte[]> record, Leash leash) throws Exception {
        Traces.Work work = traces.begin(name, record);
        try {
            var wrote = handler.handle(record, leash);
            work.done(wrote);
            return wrote;
        } catch (Exception problem) {
            work.failed(problem);
            throw problem;
        }
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> failed(
            ConsumerRecord<byte[], byte[]> record, Throwable problem) {
        var wrote = handler.failed(record, problem);
        Records.header(record, Headers.TRACE)
                .ifPresent(trace ->
                        wrote.forEach(one ->
                                one.headers()
                                        .remove(Headers.TRACE)
                                        .add(Headers.TRACE, trace.getBytes(UTF_8))));
        return wrote;
    }
}
