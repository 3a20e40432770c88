package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.OutcomeKind;
import java.util.ArrayList;
import java.util.Optional;

/** What people take back or change, before and after it was answered. */
final class Amend {
    static final String EDITED = "edited";
    private static final int GONE = 32;

    private Amend() {}

    static void deleted(Deciding deciding, Event.Deleted deleted) {
        deciding.place(deleted.in());
        boolean first = !deciding.seen().noted(deleted.id());
        Hear.noted(deciding, deleted.id(), deleted.heardBy());
        if (!first) {
            return;
        }
        EventId target = deleted.target();
        // Kept even when the message is known: another account's copy of it may still come.
        deciding.gone().add(Derived.mark(target));
        while (deciding.gone().size() > GONE) {
            deciding.gone().removeFirst();
        }
        deciding.window(Talk.without(deciding.window(), target));
        for (Gathered message : new ArrayList<>(deciding.waiting())) {
            if (message.id().equals(target)) {
                unheard(deciding, message);
            }
        }
        for (AccountId account : new ArrayList<>(deciding.seats().keySet())) {
            deciding.seat(account)
                    .turn()
                    .filter(turn -> turn.answers(target))
                    .ifPresent(turn -> unanswered(deciding, account, turn, target));
        }
        Gather.clock(deciding);
    }

    private static void unheard(Deciding deciding, Gathered message) {
        deciding.waiting().remove(message);
        for (AccountId account : message.waiting()) {
            deciding.ignored(message.id(), account, "deleted");
            boolean called =
                    deciding.waiting().stream()
                            .anyMatch(other ->
                                    other.waiting().contains(account)
                                            && other.call(account).isPresent());
            if (!called) {
                Gather.broken(deciding, account);
            }
        }
    }

    private static void unanswered(
            Deciding deciding, AccountId account, Turn turn, EventId target) {
        Turn left = turn.deleted(target);
        if (turn.phase() == Phase.SENDING) {
            deciding.seat(account, deciding.seat(account).turn(left));
            if (left.allGone() && left.withdrawn().isEmpty()) {
                Turns.withdraw(deciding, account, left, "deleted", false);
            }
        } else if (left.allGone()) {
            Turns.silent(deciding, account, left, "deleted");
        } else {
            deciding.outcome(
                    target, account, OutcomeKind.IGNORED, "deleted", Optional.of(turn.id()));
            deciding.seat(account, deciding.seat(account).turn(turn.without(target)));
        }
    }

    static void edited(Deciding deciding, Event.Edited edited) {
        deciding.place(edited.in());
        boolean first = !deciding.seen().noted(edited.id());
        for (Hearing hearing : edited.heardBy()) {
            if (!deciding.seen().noted(edited.id(), hearing.account())) {
                recalled(deciding, edited, hearing);
            }
        }
        Hear.noted(deciding, edited.id(), edited.heardBy());
        Optional<Line> known = Talk.find(deciding.window(), edited.target());
        // Platforms also tell of an edit when only a preview of a link was added.
        if (first && known.isPresent() && !Talk.same(known.get().text(), edited.text())) {
            deciding.window(
                    Talk.edited(
                            deciding.window(),
                            edited.target(),
                            edited.text(),
                            deciding.policy().window()));
            for (AccountId account : new ArrayList<>(deciding.seats().keySet())) {
                deciding.seat(account)
                        .turn()
                        .filter(turn -> turn.answers(edited.target()) && !turn.rethought())
                        .ifPresent(turn -> rethink(deciding, account, turn));
            }
        }
        Gather.clock(deciding);
    }

    /** What is still gathered calls whom its new text calls. */
    private static void recalled(Deciding deciding, Event.Edited edited, Hearing hearing) {
        deciding.waiting(message -> {
            boolean waits =
                    message.id().equals(edited.target())
                            && message.waiting().contains(hearing.account());
            Optional<EventId> replyTo =
                    Talk.find(deciding.window(), edited.target()).flatMap(Line::replyTo);
            return waits
                    ? message.called(
                            hearing.account(),
                            Gate.calls(deciding, hearing, edited.text(), replyTo))
                    : message;
        });
    }

    private static void rethink(Deciding deciding, AccountId account, Turn turn) {
        if (turn.phase() != Phase.SENDING) {
            Turns.rethink(deciding, account, turn);
        } else if (turn.accepted() == 0 && turn.withdrawn().isEmpty()) {
            Turns.withdraw(deciding, account, turn, EDITED, true);
        }
    }
}
