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
import java.util.Locale;
import java.util.Optional;

/**
 * Measures what the processor decided. A transaction that Kafka aborts is decided again, and then
 * counted again: that is rare, and no outcome of money. Thread-safe.
 */
final class ProcessorMeters implements Witness, TurnWatch.Watcher {
    private final MeterRegistry registry;
    private final StageTimes stages;
    private final DeadLetters dead;
    private final TurnWatch turns = new TurnWatch(this);

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
        turns.look(before, handled.after(), entry.handledAt());
        entry.outcomes().forEach(outcome -> outcome(in, outcome, failure(handled)));
        handled.written().stream()
                .filter(written -> written.topic().equals(Topics.DEAD_LETTERS.name()))
                .forEach(letter -> dead.written());
    }

    @Override
    public void opened(Conversation in, TurnId turn, AccountId account, Instant first, Instant at) {
        counter("carrier.turns.opened", "turns opened", labels(in.id().value(), account));
        stages.took(StageTimes.Stage.GATHER, in.id().value(), Duration.between(first, at));
    }

    @Override
    public void closed(
            Conversation in, TurnId turn, AccountId account, Optional<Instant> first, Instant at) {
        String platform = StageTimes.platform(in.id().value());
        counter("carrier.turns.closed", "turns closed", labels(in.id().value(), account));
        first.ifPresent(began ->
                StageTimes.timer(
                                registry,
                                "carrier.turn.duration",
                                "from the first message of a turn to its end",
                                "platform",
                                platform)
                        .record(Duration.between(began, at)));
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
