package dev.carrier.runtime.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carrier.contracts.Headers;
import dev.carrier.contracts.TurnId;
import dev.carrier.runtime.dispatch.Handler;
import dev.carrier.runtime.dispatch.Leash;
import dev.carrier.runtime.kafka.Records;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracesTest {
    private static final TurnId TURN = new TurnId("t-0123456789");

    /** Nobody listens there: what is traced is lost, and nothing else. */
    private final Traces traces = Traces.to("test", URI.create("http://127.0.0.1:1/v1/traces"));

    @AfterEach
    void close() {
        traces.close();
    }

    @Test
    void whateverIsWrittenForATurnIsOfOneTraceWhoeverWritesIt() {
        try (var other = Traces.to("other", URI.create("http://127.0.0.1:1/v1/traces"))) {
            assertThat(traces.parent(TURN)).isEqualTo(other.parent(TURN));
        }
        assertThat(traces.parent(TURN).orElseThrow()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(traces.parent(new TurnId("t-other"))).isNotEqualTo(traces.parent(TURN));
    }

    @Test
    void whatAHandlerWritesIsOfItsOwnSpanInTheSameTrace() throws Exception {
        String parent = traces.parent(TURN).orElseThrow();

        String written = written(handler(traces), record(parent)).orElseThrow();

        assertThat(written).startsWith(parent.substring(0, 36)).isNotEqualTo(parent);
    }

    @Test
    void aRecordThatCarriesNoTraceOrNonsenseIsHandledWithoutOne() throws Exception {
        var plain = new ConsumerRecord<byte[], byte[]>("t", 0, 0, null, new byte[0]);

        assertThat(written(handler(traces), plain)).isEmpty();
        assertThat(written(handler(traces), record("00-nonsense"))).isEmpty();
    }

    @Test
    void withoutAnEndpointNothingIsTracedAndNothingWritten() throws Exception {
        assertThat(Traces.OFF.parent(TURN)).isEmpty();
        assertThat(written(handler(Traces.OFF), record(traces.parent(TURN).orElseThrow())))
                .isEmpty();
    }

    @Test
    void whatIsWrittenForAFailureStaysInTheTrace() {
        String parent = traces.parent(TURN).orElseThrow();
        var fails = new TracedHandler(traces, "test", new Answers(true));

        assertThatThrownBy(() -> fails.handle(record(parent), LEASH))
                .isInstanceOf(IllegalStateException.class);
        assertThat(header(fails.failed(record(parent), new IllegalStateException())))
                .contains(parent);
    }

    private static Handler handler(Traces traces) {
        return new TracedHandler(traces, "test", new Answers(false));
    }

    private static Optional<String> written(Handler handler, ConsumerRecord<byte[], byte[]> record)
            throws Exception {
        return header(handler.handle(record, LEASH));
    }

    private static Optional<String> header(List<ProducerRecord<byte[], byte[]>> written) {
        return Optional.ofNullable(written.getFirst().headers().lastHeader(Headers.TRACE))
                .map(header -> new String(header.value(), UTF_8));
    }

    private static ConsumerRecord<byte[], byte[]> record(String parent) {
        var record = new ConsumerRecord<byte[], byte[]>("t", 0, 0, null, new byte[0]);
        record.headers().add(Headers.TRACE, parent.getBytes(UTF_8));
        assertThat(Records.header(record, Headers.TRACE)).contains(parent);
        return record;
    }

    private static final Leash LEASH =
            new Leash() {
                @Override
                public boolean inherited() {
                    return false;
                }

                @Override
                public boolean ours() {
                    return true;
                }

                @Override
                public Instant heldSince() {
                    return Instant.EPOCH;
                }

                @Override
                public Duration left() {
                    return Duration.ofMinutes(1);
                }
            };

    private record Answers(boolean fails) implements Handler {
        @Override
        public List<ProducerRecord<byte[], byte[]>> handle(
                ConsumerRecord<byte[], byte[]> record, Leash leash) {
            if (fails) {
                throw new IllegalStateException();
            }
            return failed(record, new IllegalStateException());
        }

        @Override
        public List<ProducerRecord<byte[], byte[]>> failed(
                ConsumerRecord<byte[], byte[]> record, Throwable problem) {
            return List.of(new ProducerRecord<>("t", new byte[0]));
        }
    }
}
