package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Attachment;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people take back or change, before and after it was answered. */
final class Amend {
    static final String EDITED = "edited";
    static final String DELETED = "deleted";

    /** Somebody who goes on editing must not keep a model busy. */
    private static final int MOST_RETHINKS = 3;

    /** What is deleted at once, at most, is a hundred: Discord's bulk delete. */
    private static final int GONE = 100;

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
            deciding.ignored(message.id(), account, DELETED);
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
            boolean unsent = left.accepted() == 0;
            if (left.withdrawn().isEmpty() && (unsent || left.allGone())) {
                Turns.withdraw(deciding, account, left, DELETED, !left.allGone());
            }
        } else if (left.allGone()) {
            Turns.silent(deciding, account, left, DELETED);
        } else {
            // Each message is deleted once, so this comes to an end without being counted.
            Turns.rethink(deciding, account, Turns.dropped(deciding, account, left));
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
        String text = Attachment.told(edited.text(), edited.attachments().orElse(List.of()));
        if (first && known.isPresent() && !Talk.same(known.get().text(), text)) {
            deciding.window(
                    Talk.edited(
                            deciding.window(),
                            edited.target(),
                            text,
                            edited.attachments(),
                            deciding.policy().window(),
                            deciding.owed()));
            for (AccountId account : new ArrayList<>(deciding.seats().keySet())) {
                deciding.seat(account)
                        .turn()
                        .filter(turn -> turn.answers(edited.target()))
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
                            Gate.calls(deciding, hearing, message.bot(), edited.text(), replyTo))
                    : message;
        });
    }

    private static void rethink(Deciding deciding, AccountId account, Turn turn) {
        if (turn.rethinks() >= MOST_RETHINKS) {
            deciding.because(account + ": changed too often to be thought again");
        } else if (turn.phase() != Phase.SENDING) {
            Turns.rethink(deciding, account, turn);
        } else if (turn.accepted() == 0 && turn.withdrawn().isEmpty()) {
            Turns.withdraw(deciding, account, turn, EDITED, true);
        }
    }
}
