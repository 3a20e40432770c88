package dev.carrier.pipeline;

import dev.carrier.contracts.Ids;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Unreadable;
import dev.carrier.pipeline.state.Context;
import dev.carrier.pipeline.state.Conversation;
import dev.carrier.pipeline.state.Decision;
import dev.carrier.pipeline.state.Mark;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything about an input that is decided before the first byte is written: reading it, deciding,
 * journalling, and what to do when any of that fails. Pure but for its log; the processor and
 * replay call it alike.
 */
public final class Handling {
    /** The most that an output may take. */
    static final int LARGEST_OUTPUT = 512 * 1024;

    private static final int LARGEST_INLINE = 2048;
    private static final int SNAPSHOT_EVERY = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Handling.class);

    private Handling() {}

    /**
     * Handles one input. Never throws for what the input is.
     *
     * @param now when; if the conversation was handled later than that already, then it is later
     * @param build the version of this program
     */
    public static Handled handle(
            Conversation before, Arrival arrival, PolicyInForce policy, Instant now, String build) {
        Instant handledAt = now.isBefore(before.lastHandledAt()) ? before.lastHandledAt() : now;
        Context context = policy.at(handledAt);
        Optional<Reading.Understood> input = Optional.empty();
        Decision decision;
        List<Written> written;
        try {
            input = Optional.of(Reading.read(arrival));
            decision = Stages.decide(before, input.get().input(), context);
            written = written(decision);
        } catch (RuntimeException problem) {
            input = Optional.empty();
            String reason = reason(problem);
            decision = Aside.decide(before, arrival, reason, context);
            written = new ArrayList<>(written(decision));
            Aside.letter(arrival, reason, handledAt).ifPresent(written::add);
            log(arrival, problem);
        }
        return handled(before, arrival, input, context, decision, written, build);
    }

    private static Handled handled(
            Conversation before,
            Arrival arrival,
            Optional<Reading.Understood> input,
            Context context,
            Decision decision,
            List<Written> written,
            String build) {
        long sequence = before.sequence() + 1;
        Mark now =
                new Mark(
                        before.sequence(),
                        context.handledAt().atOffset(ZoneOffset.UTC).toLocalDate(),
                        build);
        boolean due = before.snapshot().filter(last -> due(last, now)).isPresent();
        Conversation after = decision.after();
        if (!after.blank()) {
            Mark mark = due ? now : before.snapshot().orElse(now);
            after = after.recorded(sequence, context.handledAt(), mark);
        }
        byte[] state = decision.measured(after).bytes();
        JournalRecord.Entry entry =
                new JournalRecord.Entry(
                        before.id(),
                        sequence,
                        context.handledAt(),
                        noted(arrival, input),
                        context.version(),
                        build,
                        written.stream().map(Written::noted).toList(),
                        decision.outcomes(),
                        decision.reason(),
                        Ids.sha256(state));
        return new Handled(
                after,
                Bytes.wrap(state),
                decision.alarms(),
                due ? Optional.of(snapshot(before, context.handledAt(), build)) : Optional.empty(),
                entry,
                written);
    }

    private static boolean due(Mark last, Mark now) {
        return now.sequence() - last.sequence() >= SNAPSHOT_EVERY
                || !now.day().equals(last.day())
                || !now.build().equals(last.build());
    }

    private static JournalRecord.Snapshot snapshot(Conversation of, Instant at, String build) {
        return new JournalRecord.Snapshot(
                of.id(), of.sequence(), at, build, Json.parse(of.bytes()), of.hash());
    }

    private static List<Written> written(Decision decision) {
        List<Written> written = decision.outputs().stream().map(Written::of).toList();
        for (Written one : written) {
            if (one.bytes().get().length > LARGEST_OUTPUT) {
                throw new Unreadable("an output of " + one.bytes().get().length + " bytes");
            }
        }
        return written;
    }

    /** The input for the journal; what was put aside is only referred to. */
    private static JournalRecord.Input noted(Arrival arrival, Optional<Reading.Understood> input) {
        return switch (arrival) {
            case Arrival.Ring ring ->
                    inline(
                            "rang",
                            Json.mapper()
                                    .createObjectNode()
                                    .put("alarm", ring.alarm())
                                    .put("generation", ring.generation()));
            case Arrival.Change change ->
                    inline(
                            "changed",
                            Json.mapper()
                                    .createObjectNode()
                                    .put("version", change.version().value()));
            case Arrival.FromTopic record -> {
                String kind =
                        input.map(it -> it.input().kind()).orElseGet(() -> Reading.kind(record));
                Optional<ObjectNode> body = input.flatMap(Reading.Understood::body);
                if (body.isEmpty() || record.value().get().length > LARGEST_INLINE) {
                    yield new JournalRecord.Input(
                            kind,
                            Optional.empty(),
                            Optional.of(record.from()),
                            Ids.sha256(record.value().get()));
                }
                yield new JournalRecord.Input(
                        kind,
                        Optional.of(body.get()),
                        Optional.of(record.from()),
                        Ids.sha256(Json.canonical(body.get())));
            }
        };
    }

    /** An input without a record: all of it stands in the journal. */
    private static JournalRecord.Input inline(String kind, JsonNode body) {
        return new JournalRecord.Input(
                kind, Optional.of(body), Optional.empty(), Ids.sha256(Json.canonical(body)));
    }

    /** Says what is wrong, not what people wrote. */
    private static String reason(RuntimeException problem) {
        return problem instanceof Unreadable
                ? String.valueOf(problem.getMessage())
                : problem.getClass().getSimpleName();
    }

    private static void log(Arrival arrival, RuntimeException problem) {
        var event = problem instanceof Unreadable ? LOG.atWarn() : LOG.atError().setCause(problem);
        event.addKeyValue("conversation", arrival.in())
                .addKeyValue("reason", reason(problem))
                .log("an input was put aside");
    }
}
