package dev.carrier.pipeline;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.TurnId;
import dev.carrier.pipeline.state.Conversation;
import dev.carrier.runtime.measure.DeadLetters;
import dev.carrier.runtime.measure.ReasonClass;
import dev.carrier.runtime.measure.StageTimes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Measures what the processor decided. A transaction that Kafka aborts is decided again, and then
 * counted again: that is rare, and no outcome of money. Thread-safe.
 */
final class ProcessorMeters implements Witness {
    /** Of more turns at once it is not remembered when they opened. */
    private static final int MOST_TURNS = 20_000;

    private final MeterRegistry registry;
    private final StageTimes stages;
    private final DeadLetters dead;
    private final Map<TurnId, Instant> openedAt = new ConcurrentHashMap<>();

    ProcessorMeters(MeterRegistry registry) {
        this.registry = registry;
        this.stages = new StageTimes(registry);
        this.dead = new DeadLetters(registry, "processor");
    }

    @Override
    public void handled(Conversation before, Handled handled, Duration waited) {
        var entry = handled.entry();
        String in = entry.in().value();
        counter("carrier.inputs", "inputs handled", "kind", entry.input().kind());
        if (entry.input().from().isPresent()) {
            stages.took(StageTimes.Stage.CARRIER, in, waited);
        }
        turns(before, handled.after(), entry.handledAt());
        entry.outcomes().forEach(outcome -> outcome(in, outcome, failure(handled)));
        handled.written().stream()
                .filter(written -> written.topic().equals(Topics.DEAD_LETTERS.name()))
                .forEach(letter -> dead.written());
    }

    private void turns(Conversation before, Conversation after, Instant now) {
        Map<TurnId, AccountId> open = open(after);
        Map<TurnId, AccountId> was = open(before);
        String in = before.id().value();
        open.forEach((turn, account) -> {
            if (!was.containsKey(turn)) {
                counter("carrier.turns.opened", "turns opened", labels(in, account));
                Instant first = before.gathering().map(it -> it.first()).orElse(now);
                stages.took(StageTimes.Stage.GATHER, in, Duration.between(first, now));
                if (openedAt.size() < MOST_TURNS) {
                    openedAt.put(turn, first);
                }
            }
        });
        was.forEach((turn, account) -> {
            if (!open.containsKey(turn)) {
                counter("carrier.turns.closed", "turns closed", labels(in, account));
                Instant first = openedAt.remove(turn);
                if (first != null) {
                    StageTimes.timer(
                                    registry,
                                    "carrier.turn.duration",
                                    "from the first message of a turn to its end",
                                    "platform",
                                    StageTimes.platform(in))
                            .record(Duration.between(first, now));
                }
            }
        });
    }

    private static Map<TurnId, AccountId> open(Conversation conversation) {
        Map<TurnId, AccountId> turns = new HashMap<>();
        conversation
                .seats()
                .forEach((account, seat) ->
                        seat.turn().ifPresent(turn -> turns.put(turn.id(), account)));
        return turns;
    }

    private void outcome(String in, Outcome outcome, String failure) {
        String reason = ReasonClass.of(outcome.reason());
        counter(
                "carrier.outcomes",
                "how events ended for the accounts that heard them",
                "platform",
                StageTimes.platform(in),
                "account",
                outcome.account().value(),
                "outcome",
                outcome.kind().name().toLowerCase(Locale.ROOT),
                "reason",
                reason.equals(ReasonClass.OTHER) ? failure : reason);
    }

    /** A step's failure has a kind; its reason is its provider's sentence. */
    private static String failure(Handled handled) {
        var input = handled.entry().input();
        return input.kind().equals("failed")
                ? input.body()
                        .map(body -> body.path("kind").asString("").toLowerCase(Locale.ROOT))
                        .filter(kind -> !kind.isEmpty())
                        .orElse(ReasonClass.OTHER)
                : ReasonClass.OTHER;
    }

    private static String[] labels(String in, AccountId account) {
        return new String[] {"platform", StageTimes.platform(in), "account", account.value()};
    }

    private void counter(String name, String description, String... labels) {
        Counter.builder(name).description(description).tags(labels).register(registry).increment();
    }
}
