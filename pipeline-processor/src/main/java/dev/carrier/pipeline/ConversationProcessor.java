package dev.carrier.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Headers;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.RecordRef;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Unreadable;
import dev.carrier.pipeline.state.Change;
import dev.carrier.pipeline.state.Conversation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shell around the stages: reads the clock once an input, loads and stores the conversation,
 * and writes what was decided. One for each task, on its thread only. An exception that leaves it
 * is Kafka's, never an input's: nothing was committed then, and the input comes again.
 */
final class ConversationProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private static final Duration TICK = Duration.ofMillis(25);

    private static final Logger LOG = LoggerFactory.getLogger(ConversationProcessor.class);

    private final Supplier<PolicyInForce> policy;
    private final String build;
    private final News news = new News();
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable KeyValueStore<Bytes, byte[]> conversations;
    private @Nullable Alarms alarms;

    ConversationProcessor(Supplier<PolicyInForce> policy, String build) {
        this.policy = policy;
        this.build = build;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> processor) {
        context = processor;
        conversations = processor.getStateStore(CarrierTopology.CONVERSATIONS);
        alarms = new Alarms(processor.getStateStore(CarrierTopology.ALARMS));
        processor.schedule(
                TICK,
                PunctuationType.WALL_CLOCK_TIME,
                now -> {
                    change();
                    ring();
                });
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordRef from =
                context()
                        .recordMetadata()
                        .map(at -> new RecordRef(at.topic(), at.partition(), at.offset()))
                        .orElseThrow();
        Bytes key = Bytes.wrap(record.key() == null ? new byte[0] : record.key());
        Bytes value = Bytes.wrap(record.value() == null ? new byte[0] : record.value());
        SortedMap<String, String> headers = new TreeMap<>();
        for (Header header : record.headers()) {
            headers.put(
                    header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
        }
        String conversation = new String(key.get(), UTF_8);
        if (conversation.isBlank()) {
            conversation = headers.getOrDefault(Headers.CONVERSATION, "");
        }
        if (conversation.isBlank()) {
            nobodys(new Arrival.FromTopic(new ConversationId("nobody"), from, key, value, headers));
        } else {
            handle(
                    new Arrival.FromTopic(
                            new ConversationId(conversation), from, key, value, headers));
        }
    }

    /** Without a conversation there is no state and no journal: only a dead letter. */
    private void nobodys(Arrival.FromTopic record) {
        Aside.letter(record, "no key", now())
                .ifPresent(letter -> forward(record.key().get(), letter, now()));
        context().commit();
    }

    /** Tells of another version of the policy where it ends something. */
    private void change() {
        PolicyInForce inForce = policy.get();
        for (ConversationId in : news.toTell(inForce.version(), alarms())) {
            Conversation before = before(in, conversations().get(key(in)));
            if (Change.ends(before, inForce.at(now()))) {
                handle(new Arrival.Change(in, inForce.version()), inForce);
            }
        }
    }

    private void ring() {
        for (Alarms.Due due : alarms().due(now())) {
            if (alarms().stillSet(due)) {
                handle(new Arrival.Ring(due.in(), due.alarm(), due.generation()));
                // Whatever became of it: it rings once.
                alarms().clear(due);
            }
        }
    }

    private void handle(Arrival arrival) {
        handle(arrival, policy.get());
    }

    private void handle(Arrival arrival, PolicyInForce inForce) {
        Bytes key = key(arrival.in());
        byte[] stored = conversations().get(key);
        Conversation before = before(arrival.in(), stored);
        Handled handled = Handling.handle(before, arrival, inForce, now(), build);

        if (handled.after().blank()) {
            conversations().delete(key);
        } else {
            conversations().put(key, handled.state().get());
        }
        alarms().change(arrival.in(), handled.alarms());
        Instant at = handled.entry().handledAt();
        handled.written().forEach(written -> forward(key.get(), written, at));
        handled.snapshot().ifPresent(snapshot -> journal(key.get(), snapshot, at));
        journal(key.get(), handled.entry(), at);
        if (!handled.written().isEmpty()) {
            context().commit();
        }
    }

    /** What another build left and this one cannot read must not stop the conversation for ever. */
    private static Conversation before(ConversationId in, byte @Nullable [] stored) {
        if (stored == null) {
            return Conversation.unknown(in);
        }
        try {
            return Conversation.read(stored);
        } catch (Unreadable problem) {
            LOG.atError()
                    .addKeyValue("conversation", in)
                    .addKeyValue("reason", problem.getMessage())
                    .log("a conversation's state cannot be read and begins anew");
            return Conversation.unknown(in);
        }
    }

    private void journal(byte[] key, JournalRecord record, Instant at) {
        var written =
                new Written(
                        Topics.JOURNAL.name(),
                        "",
                        Bytes.wrap(Json.write(record)),
                        Optional.empty(),
                        Optional.empty());
        forward(key, written, at);
    }

    private void forward(byte[] key, Written written, Instant at) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(Headers.CONVERSATION, key);
        if (!written.id().isEmpty()) {
            headers.add(Headers.ABOUT, written.id().getBytes(UTF_8));
        }
        written.turn().ifPresent(turn -> headers.add(Headers.TURN, turn.value().getBytes(UTF_8)));
        written.account()
                .ifPresent(one -> headers.add(Headers.ACCOUNT, one.value().getBytes(UTF_8)));
        context()
                .forward(
                        new Record<>(key, written.bytes().get(), at.toEpochMilli(), headers),
                        CarrierTopology.sink(written.topic()));
    }

    private static Bytes key(ConversationId in) {
        return Bytes.wrap(in.value().getBytes(UTF_8));
    }

    private Instant now() {
        return Instant.ofEpochMilli(context().currentSystemTimeMs());
    }

    private ProcessorContext<byte[], byte[]> context() {
        return set(context);
    }

    private KeyValueStore<Bytes, byte[]> conversations() {
        return set(conversations);
    }

    private Alarms alarms() {
        return set(alarms);
    }

    private static <T> T set(@Nullable T field) {
        if (field == null) {
            throw new IllegalStateException("not initialised");
        }
        return field;
    }
}
