package dev.carrier.cli.why;

import dev.carrier.cli.why.Life.Changed;
import dev.carrier.cli.why.Life.ForAccount;
import dev.carrier.cli.why.Life.Heard;
import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Author;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.TurnId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Tells the life of one event out of its conversation. */
final class Lives {
    private final Talk talk;
    private final Turns turns;

    /**
     * @param prompts whether the prompts' text is wanted
     */
    Lives(Talk talk, boolean prompts) {
        this.talk = talk;
        this.turns = new Turns(talk, prompts);
    }

    /** The life of what is wanted; the conversation holds something of it. */
    Life of(Wanted wanted) {
        Optional<Event> heard =
                talk.events().stream()
                        .map(Kept::value)
                        .filter(event -> Events.id(event).filter(wanted::fits).isPresent())
                        .min(Comparator.comparing(event -> !(event instanceof Event.Said)));
        EventId id = heard.flatMap(Events::id).orElseGet(wanted::said);
        Optional<Delivery.Accepted> spoken = talk.spoken(id);
        return new Life(
                id,
                heard.map(Events::what).orElse("said"),
                heard.map(Events::at).or(() -> spoken.map(Delivery.Accepted::at)),
                Where.of(talk),
                heard.flatMap(Events::by)
                        .map(Author::name)
                        .or(() -> spoken.map(Delivery.Accepted::name))
                        .orElse("somebody"),
                heard.flatMap(Events::text).or(() -> spoken.map(Delivery.Accepted::text)),
                changes(id),
                accounts(id),
                spoken.flatMap(delivery -> turns.of(delivery.turn())));
    }

    private List<Changed> changes(EventId of) {
        Set<EventId> seen = new HashSet<>(Set.of(of));
        List<Changed> changes = new ArrayList<>();
        for (Kept<Event> kept : talk.events()) {
            Event event = kept.value();
            Optional<EventId> id = Events.id(event);
            if (id.isPresent()
                    && id.get().message().equals(of.message())
                    && !(event instanceof Event.Typed)
                    && seen.add(id.get())) {
                changes.add(new Changed(Events.what(event), Events.at(event), Events.text(event)));
            }
        }
        return changes;
    }

    private List<ForAccount> accounts(EventId id) {
        Map<AccountId, List<Heard>> heard = new TreeMap<>();
        for (Kept<Event> kept : copies(id)) {
            for (Hearing hearing : Events.heardBy(kept.value())) {
                heard.computeIfAbsent(hearing.account(), one -> new ArrayList<>())
                        .add(new Heard(hearing, kept.writtenAt()));
            }
        }
        return heard.entrySet().stream()
                .map(one -> account(id, one.getKey(), one.getValue()))
                .toList();
    }

    private ForAccount account(EventId id, AccountId account, List<Heard> heard) {
        Optional<JournalRecord.Entry> ended =
                talk.journal().stream()
                        .filter(entry -> outcome(entry, id, account).isPresent())
                        .findFirst();
        Optional<Outcome> outcome = ended.flatMap(entry -> outcome(entry, id, account));
        Optional<TurnStory> turn =
                outcome.flatMap(Outcome::turn).or(() -> open(id, account)).flatMap(turns::of);
        Optional<Instant> endedAt = ended.map(JournalRecord.Entry::handledAt);
        Notes notes = new Notes(talk, id, account, copies(id), turn.map(TurnStory::id));
        return new ForAccount(account, heard, outcome, endedAt, turn, notes.all());
    }

    private List<Kept<Event>> copies(EventId id) {
        return talk.events().stream()
                .filter(kept -> Events.id(kept.value()).filter(id::equals).isPresent())
                .toList();
    }

    /** A turn that has not ended yet has no outcome that names it. */
    private Optional<TurnId> open(EventId id, AccountId account) {
        return turns.thinks()
                .filter(step -> step.account().equals(account) && step.triggers().contains(id))
                .map(Step.Think::turn)
                .findFirst();
    }

    static Optional<Outcome> outcome(JournalRecord.Entry entry, EventId id, AccountId account) {
        return entry.outcomes().stream()
                .filter(one -> one.event().equals(id) && one.account().equals(account))
                .findFirst();
    }
}
