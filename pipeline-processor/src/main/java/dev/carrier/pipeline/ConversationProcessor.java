package dev.carrier.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Headers;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.RecordRef;
import dev.carrier.contracts.Topics;
import dev.carrier.pipeline.state.Change;
import dev.carrier.pipeline.state.Conversation;
import dev.carrier.runtime.log.TurnInLog;
import dev.carrier.runtime.trace.Traces;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * The shell around the stages: reads the clock once an input, loads and stores the conversation,
 * and writes what was decided. One for each task, on its thread only. An exception that leaves it
 * is Kafka's, never an input's: nothing was committed then, and the input comes again.
 */
final class ConversationProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    /** How long another version of the policy can go unseen where nothing comes in. */
    private static final Duration LOOK = Duration.ofMillis(50);

    /** Between two parts of what is too much for one go: records are handled in it. */
    private static final Duration BREATH = Duration.ofMillis(25);

    private final Supplier<PolicyInForce> policy;
    private final String build;
    private final Supplier<Commits> commitsOfThread;
    private final Witness witness;
    private final Traces traces;
    private final News news = new News();
    private @Nullable Commits commits;
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable Conversations conversations;
    private @Nullable Alarms alarms;
    private @Nullable Wake wake;

    /**
     * @param commitsOfThread gives the same to all processors of a thread, when asked on it
     */
    ConversationProcessor(
            Supplier<PolicyInForce> policy,
            String build,
            Supplier<Commits> commitsOfThread,
            Witness witness,
            Traces traces) {
        this.policy = policy;
        this.build = build;
        this.commitsOfThread = commitsOfThread;
        this.witness = witness;
        this.traces = traces;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> processor) {
        context = processor;
        commits = commitsOfThread.get();
        conversations = new Conversations(processor.getStateStore(CarrierTopology.CONVERSATIONS));
        alarms = new Alarms(processor.getStateStore(CarrierTopology.ALARMS));
        wake = new Wake(processor, this::look);
        wake().by(processor.currentSystemTimeMs());
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
        TurnInLog.is(name -> Optional.ofNullable(headers.get(name)));
        String conversation = new String(key.get(), UTF_8);
        if (conversation.isBlank()) {
            conversation = headers.getOrDefault(Headers.CONVERSATION, "");
        }
        if (conversation.isBlank()) {
            nobodys(new Arrival.FromTopic(new ConversationId("nobody"), from, key, value, headers));
        } else {
            handle(
                    new Arrival.FromTopic(
                            new ConversationId(conversation), from, key, value, headers),
                    policy.get(),
                    Duration.between(Instant.ofEpochMilli(record.timestamp()), now()));
        }
    }

    /** Without a conversation there is no state and no journal: only a dead letter. */
    private void nobodys(Arrival.FromTopic record) {
        Aside.letter(record, "no key", now())
                .ifPresent(letter -> forward(record.key().get(), letter, now()));
        wrote();
    }

    private void wrote() {
        commits().wrote(context());
    }

    @Override
    public void close() {
        if (wake != null) {
            wake.stop();
        }
        if (commits != null) {
            commits.leaves(context());
        }
    }

    private void look() {
        change();
        ring();
        if (news.more() || !alarms().due(now()).isEmpty()) {
            wake().by(now().plus(BREATH).toEpochMilli());
        } else {
            Instant next = nextLook();
            wake().by(next.toEpochMilli());
            alarms().next(next).ifPresent(wake()::by);
        }
    }

    /** The same for all tasks of a thread, which so wakes once for all of them. */
    private Instant nextLook() {
        long every = LOOK.toMillis();
        return Instant.ofEpochMilli((now().toEpochMilli() / every + 1) * every);
    }

    /** Tells of another version of the policy where it ends something. */
    private void change() {
        PolicyInForce inForce = policy.get();
        for (ConversationId in : news.toTell(inForce.version(), alarms())) {
            if (Change.ends(conversations().get(in), inForce.at(now()))) {
                handle(new Arrival.Change(in, inForce.version()), inForce, Duration.ZERO);
            }
        }
    }

    private void ring() {
        for (Alarms.Due due : alarms().due(now())) {
            if (alarms().stillSet(due)) {
                handle(
                        new Arrival.Ring(due.in(), due.alarm(), due.generation()),
                        policy.get(),
                        Duration.ZERO);
                // Whatever became of it: it rings once.
                alarms().clear(due);
            }
        }
    }

    private void handle(Arrival arrival, PolicyInForce inForce, Duration waited) {
        Conversation before = conversations().get(arrival.in());
        Handled handled = Handling.handle(before, arrival, inForce, now(), build);

        conversations().put(handled.after(), handled.state());
        alarms().change(arrival.in(), handled.alarms()).ifPresent(wake()::by);
        Instant at = handled.entry().handledAt();
        byte[] key = arrival.in().value().getBytes(UTF_8);
        handled.written().forEach(written -> forward(key, written, at));
        handled.snapshot().ifPresent(snapshot -> journal(key, snapshot, at));
        journal(key, handled.entry(), at);
        witness.handled(before, handled, waited);
        if (!handled.written().isEmpty()) {
            wrote();
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
        written.turn()
                .flatMap(traces::parent)
                .ifPresent(parent -> headers.add(Headers.TRACE, parent.getBytes(UTF_8)));
        written.account()
                .ifPresent(one -> headers.add(Headers.ACCOUNT, one.value().getBytes(UTF_8)));
        context()
                .forward(
                        new Record<>(key, written.bytes().get(), at.toEpochMilli(), headers),
                        CarrierTopology.sink(written.topic()));
    }

    private Instant now() {
        return Instant.ofEpochMilli(context().currentSystemTimeMs());
    }

    private ProcessorContext<byte[], byte[]> context() {
        return set(context);
    }

    private Conversations conversations() {
        return set(conversations);
    }

    private Commits commits() {
        return set(commits);
    }

    private Wake wake() {
        return set(wake);
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
