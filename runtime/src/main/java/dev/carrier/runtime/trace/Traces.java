package dev.carrier.runtime.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Headers;
import dev.carrier.contracts.TurnId;
import dev.carrier.runtime.kafka.Records;
import dev.carrier.runtime.log.PeopleInIds;
import dev.carrier.runtime.settings.TraceSettings;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The traces of turns: each is one, from the first message that it answers to its end. Its ids ride
 * in the header {@code traceparent} of whatever is written for it. Spans name ids only: no text, no
 * person. Thread-safe.
 */
public final class Traces implements AutoCloseable {
    /** No traces. */
    public static final Traces OFF = new Traces(Optional.empty());

    private static final Duration LAST_ONES = Duration.ofSeconds(3);
    private static final Duration TOGETHER = Duration.ofSeconds(1);
    private static final Pattern PARENT =
            Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");

    private final Optional<Sending> sending;

    private Traces(Optional<Sending> sending) {
        this.sending = sending;
    }

    private record Sending(SdkTracerProvider provider, TurnIds ids, Tracer tracer) {}

    /**
     * Traces that go over OTLP, as protocol buffers in HTTP.
     *
     * @param worker says which it is
     * @param endpoint with its path, as {@code http://127.0.0.1:4318/v1/traces}
     */
    public static Traces to(String worker, URI endpoint) {
        var ids = new TurnIds();
        var exporter =
                OtlpHttpSpanExporter.builder()
                        .setEndpoint(endpoint.toString())
                        .setTimeout(Duration.ofSeconds(5))
                        .build();
        var provider =
                SdkTracerProvider.builder()
                        .setIdGenerator(ids)
                        .setResource(
                                Resource.create(
                                        Attributes.of(
                                                AttributeKey.stringKey("service.name"), worker)))
                        .addSpanProcessor(
                                BatchSpanProcessor.builder(exporter)
                                        .setScheduleDelay(TOGETHER)
                                        .build())
                        .build();
        return new Traces(Optional.of(new Sending(provider, ids, provider.get("dev.carrier"))));
    }

    /** Those that the settings want. */
    public static Traces of(String worker, TraceSettings settings) {
        return settings.url().map(url -> to(worker, url)).orElse(OFF);
    }

    /** Whether anything is traced. */
    public boolean on() {
        return sending.isPresent();
    }

    /**
     * What a record that is written for a turn carries in {@code traceparent}; empty: no traces.
     */
    public Optional<String> parent(TurnId turn) {
        return sending.map(it -> parent(TurnIds.trace(turn), TurnIds.span(turn)));
    }

    /** A turn opened: what came before is its first span. */
    public void opened(TurnId turn, Instant first, Instant opened) {
        sending.ifPresent(it ->
                it.tracer()
                        .spanBuilder("gather")
                        .setParent(under(TurnIds.trace(turn), TurnIds.span(turn)))
                        .setStartTimestamp(first)
                        .startSpan()
                        .end(opened));
    }

    /** A turn closed; told by whoever saw it open, or with the time at which it is first known. */
    public void closed(
            TurnId turn, AccountId account, ConversationId in, Instant first, Instant closed) {
        sending.ifPresent(it ->
                it.ids()
                        .of(
                                turn,
                                () ->
                                        it.tracer()
                                                .spanBuilder("turn")
                                                .setNoParent()
                                                .setStartTimestamp(first)
                                                .setAttribute("carrier.turn", turn.value())
                                                .setAttribute("carrier.account", account.value())
                                                .setAttribute(
                                                        "carrier.conversation",
                                                        PeopleInIds.hidden(in.value()))
                                                .startSpan())
                        .end(closed));
    }

    /** The work on a record begins; it is traced if the record carries a trace. */
    public Work begin(String name, ConsumerRecord<byte[], byte[]> record) {
        return sending.flatMap(it ->
                        Records.header(record, Headers.TRACE)
                                .map(PARENT::matcher)
                                .filter(parent -> parent.matches())
                                .map(parent ->
                                        it.tracer()
                                                .spanBuilder(name)
                                                .setSpanKind(SpanKind.CONSUMER)
                                                .setParent(under(parent.group(1), parent.group(2)))
                                                .setAllAttributes(ids(record))
                                                .startSpan()))
                .map(Work::new)
                .orElse(Work.UNTRACED);
    }

    /** Work that is traced, or not. */
    public static final class Work {
        static final Work UNTRACED = new Work(Span.getInvalid());

        private final Span span;

        Work(Span span) {
            this.span = span;
        }

        /** It is done; what it wrote is marked as written by it. */
        public void done(List<ProducerRecord<byte[], byte[]>> wrote) {
            SpanContext its = span.getSpanContext();
            if (its.isValid()) {
                byte[] parent = parent(its.getTraceId(), its.getSpanId()).getBytes(UTF_8);
                wrote.forEach(
                        one -> one.headers().remove(Headers.TRACE).add(Headers.TRACE, parent));
            }
            span.end();
        }

        /** It failed. */
        public void failed(Throwable problem) {
            // The message may repeat what people said.
            span.setStatus(StatusCode.ERROR, problem.getClass().getSimpleName());
            span.end();
        }
    }

    @Override
    public void close() {
        sending.ifPresent(
                it -> it.provider().shutdown().join(LAST_ONES.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static String parent(String trace, String span) {
        return "00-" + trace + "-" + span + "-01";
    }

    private static Context under(String trace, String span) {
        return Context.root()
                .with(
                        Span.wrap(
                                SpanContext.createFromRemoteParent(
                                        trace,
                                        span,
                                        TraceFlags.getSampled(),
                                        TraceState.getDefault())));
    }

    private static Attributes ids(ConsumerRecord<byte[], byte[]> record) {
        var all = Attributes.builder();
        for (String name : List.of(Headers.TURN, Headers.ACCOUNT, Headers.ABOUT)) {
            Records.header(record, name).ifPresent(value -> all.put(name.replace('-', '.'), value));
        }
        return all.build();
    }
}
