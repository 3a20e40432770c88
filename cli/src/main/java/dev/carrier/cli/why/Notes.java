package dev.carrier.cli.why;

import dev.carrier.cli.why.Life.Noted;
import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.RecordRef;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.TurnId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The journal's entries about one event and one account. */
final class Notes {
    private final Talk talk;
    private final EventId event;
    private final AccountId account;
    private final Set<RecordRef> inputs = new HashSet<>();
    private final Set<String> outputs = new HashSet<>();

    /**
     * @param copies of the event
     * @param turn the account's turn about it, if there is one
     */
    Notes(
            Talk talk,
            EventId event,
            AccountId account,
            List<Kept<Event>> copies,
            Optional<TurnId> turn) {
        this.talk = talk;
        this.event = event;
        this.account = account;
        for (Kept<Event> copy : copies) {
            if (Events.heardBy(copy.value()).stream()
                    .map(Hearing::account)
                    .anyMatch(account::equals)) {
                inputs.add(copy.at());
            }
        }
        turn.ifPresent(this::with);
    }

    /** All of them, in order. */
    List<Noted> all() {
        return talk.journal().stream().filter(this::concerns).map(this::noted).toList();
    }

    private void with(TurnId turn) {
        talk.results().stream()
                .filter(kept -> Optional.of(turn).equals(of(kept.value())))
                .forEach(kept -> inputs.add(kept.at()));
        talk.deliveries().stream()
                .filter(kept -> Optional.of(turn).equals(of(kept.value())))
                .forEach(kept -> inputs.add(kept.at()));
        for (Kept<Step> kept : talk.steps()) {
            if (kept.value() instanceof Step.Think think && think.turn().equals(turn)) {
                outputs.add(think.id().value());
            }
        }
        for (Kept<Response> kept : talk.responses()) {
            if (kept.value() instanceof Response.Say say && say.turn().equals(turn)) {
                outputs.add(say.id().value());
            }
        }
    }

    private boolean concerns(JournalRecord.Entry entry) {
        return entry.input().from().filter(inputs::contains).isPresent()
                || Lives.outcome(entry, event, account).isPresent()
                || entry.outputs().stream().anyMatch(output -> outputs.contains(output.id()));
    }

    private Noted noted(JournalRecord.Entry entry) {
        return new Noted(entry.sequence(), entry.handledAt(), entry.input().kind(), reason(entry));
    }

    /** Without the clauses about other accounts. */
    private String reason(JournalRecord.Entry entry) {
        Set<String> others =
                entry.outcomes().stream()
                        .map(Outcome::account)
                        .filter(one -> !one.equals(account))
                        .map(one -> one + ": ")
                        .collect(Collectors.toSet());
        return Arrays.stream(entry.reason().split("; "))
                .filter(clause -> others.stream().noneMatch(clause::startsWith))
                .collect(Collectors.joining("; "));
    }

    private static Optional<TurnId> of(Result result) {
        return switch (result) {
            case Result.Thought thought -> Optional.of(thought.turn());
            case Result.Returned returned -> Optional.of(returned.turn());
            case Result.Failed failed -> Optional.of(failed.turn());
            case Result.Deferred deferred -> Optional.of(deferred.turn());
            case Result.Unknown _ -> Optional.empty();
        };
    }

    private static Optional<TurnId> of(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Accepted accepted -> Optional.of(accepted.turn());
            case Delivery.Refused refused -> Optional.of(refused.turn());
            case Delivery.Stepped stepped -> Optional.of(stepped.turn());
            case Delivery.StepFailed failed -> Optional.of(failed.turn());
            case Delivery.Unknown _ -> Optional.empty();
        };
    }
}
