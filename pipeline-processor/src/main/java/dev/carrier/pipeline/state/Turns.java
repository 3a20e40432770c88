package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.Purpose;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.StepId;
import dev.carrier.contracts.TurnId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How turns open, ask, send and close. */
public final class Turns {
    /** How long a withdrawn part is waited for: a responder holds a record 120 s at most. */
    static final Duration NO_WORD_AFTER = Duration.ofMinutes(10);

    /** How often a turn may call a tool. */
    private static final int MOST_CALLS = 4;

    /** In bytes of canonical JSON: they are part of the state, which is small. */
    private static final int LARGEST_ARGUMENTS = 500;

    private Turns() {}

    static void open(
            Deciding deciding,
            AccountId account,
            Phase phase,
            EventId opener,
            List<Trigger> triggers,
            String reason) {
        Optional<TurnId> promised = deciding.seat(account).typing();
        Turn turn =
                Turn.opened(
                        promised.orElseGet(() -> Derived.turn(deciding.id(), account, opener)),
                        phase,
                        triggers,
                        reason,
                        deciding.now().plus(deciding.ways().deadline()));
        deciding.seat(account, deciding.seat(account).turn(turn));
        deciding.alarms().set(Alarm.DEADLINE + account, turn.deadline());
        // Who asked by a command sees that the character thinks.
        boolean seen = triggers.stream().anyMatch(one -> one.interaction().isPresent());
        if (phase == Phase.THINKING && promised.isEmpty() && !seen) {
            Tell.typing(deciding, account, turn.id(), true);
        }
        ask(deciding, account, turn);
    }

    /** The open turn whose step this is; absent when the turn has gone on or is closed. */
    public static Optional<Turn> awaiting(Deciding deciding, AccountId account, StepId step) {
        return deciding.seat(account)
                .turn()
                .filter(turn -> turn.phase() != Phase.SENDING && turn.step().equals(step));
    }

    /** Asks a model again in a new round, with the window as it is now. */
    public static void askAgain(
            Deciding deciding, AccountId account, Turn turn, Phase phase, String reason) {
        if (phase == Phase.THINKING && turn.phase() == Phase.JUDGING) {
            Tell.typing(deciding, account, turn.id(), true);
        }
        next(deciding, account, turn.because(reason).nextRound(phase, false));
    }

    /** The turn without what was deleted: that ends here, the rest goes on. */
    static Turn dropped(Deciding deciding, AccountId account, Turn turn) {
        Turn left = turn;
        for (EventId gone : turn.gone()) {
            deciding.outcome(
                    gone, account, OutcomeKind.IGNORED, Amend.DELETED, Optional.of(turn.id()));
            deciding.because(account + ": ignored(" + Amend.DELETED + ")");
            left = left.without(gone);
        }
        return left;
    }

    /**
     * Calls a tool; what it gives goes to the model with the next question. A model that only calls
     * tools comes to an end.
     */
    public static void call(
            Deciding deciding, AccountId account, Turn turn, String tool, JsonNode arguments) {
        if (turn.calls().made().size() >= MOST_CALLS) {
            fail(deciding, account, turn, "too many rounds");
        } else if (Json.canonical(arguments).length > LARGEST_ARGUMENTS) {
            fail(deciding, account, turn, "too much for a tool");
        } else {
            call(deciding, account, turn, new Calls.Open(tool, arguments));
        }
    }

    private static void call(Deciding deciding, AccountId account, Turn turn, Calls.Open open) {
        Turn next = turn.nextRound(turn.phase(), false);
        Turn calling = next.calls(next.calls().asking(open.tool(), open.arguments()));
        deciding.alarms().cancel(Alarm.AGAIN + account);
        deciding.seat(account, deciding.seat(account).turn(calling));
        deciding.out(
                Output.of(
                        new Step.Call(
                                calling.step(),
                                calling.id(),
                                deciding.place(),
                                account,
                                open.tool(),
                                open.arguments(),
                                deciding.now(),
                                calling.deadline(),
                                calling.round())));
        deciding.because(account + ": calling " + open.tool());
    }

    /** What a tool gave, or why it gave nothing: the model is asked again and is told. */
    public static void returned(Deciding deciding, AccountId account, Turn turn, String content) {
        turn.calls()
                .open()
                .ifPresentOrElse(
                        call ->
                                askAgain(
                                        deciding,
                                        account,
                                        turn.calls(turn.calls().returned(call, content)),
                                        turn.phase(),
                                        turn.reason()),
                        () -> fail(deciding, account, turn, "bug: a tool's word for a thought"));
    }

    /** What was deferred is asked again, with the window as it is now. */
    static void again(Deciding deciding, AccountId account, Turn turn) {
        turn.calls()
                .open()
                .ifPresentOrElse(
                        call -> call(deciding, account, turn, call),
                        () -> askAgain(deciding, account, turn, turn.phase(), turn.reason()));
    }

    /** What it answers has changed: asks again, and the answer to the old question is too late. */
    static void rethink(Deciding deciding, AccountId account, Turn turn) {
        Phase phase = turn.phase() == Phase.JUDGING ? Phase.JUDGING : Phase.THINKING;
        next(deciding, account, turn.nextRound(phase, true));
    }

    private static void next(Deciding deciding, AccountId account, Turn turn) {
        deciding.alarms().cancel(Alarm.AGAIN + account);
        deciding.alarms().cancel(Alarm.NO_WORD + account);
        deciding.seat(account, deciding.seat(account).turn(turn));
        ask(deciding, account, turn);
    }

    private static void ask(Deciding deciding, AccountId account, Turn turn) {
        Policy policy = deciding.policy();
        Policy.Cast cast = Objects.requireNonNull(policy.cast().get(account), "in the cast");
        Policy.Ways ways = deciding.ways(turn);
        String own = ways.model().orElse(cast.model());
        boolean judging = turn.phase() == Phase.JUDGING;
        deciding.out(
                Output.of(
                        new Step.Think(
                                turn.step(),
                                turn.id(),
                                deciding.place(),
                                account,
                                cast.character(),
                                deciding.context().version(),
                                judging ? policy.judge().orElse(own) : own,
                                judging ? Purpose.JUDGE : Purpose.REPLY,
                                Shown.to(turn, account, deciding),
                                turn.triggers().stream().map(Trigger::id).toList(),
                                turn.triggers().stream().map(Trigger::by).distinct().toList(),
                                ways.prompt(),
                                turn.reason(),
                                deciding.now(),
                                turn.deadline(),
                                turn.round(),
                                Optional.of(turn.calls().made()).filter(made -> !made.isEmpty()),
                                Optional.of(turn.late()).filter(late -> !late.isEmpty()),
                                Optional.of(turn.putOffs().times()).filter(times -> times > 0))));
        deciding.because(
                account + ": " + (judging ? "judging" : "thinking") + " (" + turn.reason() + ")");
    }

    /** The parts of the reply are on their way; the turn closes with the last delivery. */
    public static void sending(
            Deciding deciding, AccountId account, Turn turn, List<ResponseId> parts) {
        deciding.alarms().cancel(Alarm.AGAIN + account);
        deciding.seat(account, deciding.seat(account).turn(turn.sending(parts)));
        deciding.because(account + ": sending " + parts.size() + " (" + turn.reason() + ")");
    }

    static void withdraw(
            Deciding deciding, AccountId account, Turn turn, String why, boolean again) {
        Tell.withdraw(deciding, account, turn, why);
        deciding.seat(account, deciding.seat(account).turn(turn.withdrawing(why, again)));
        deciding.alarms().set(Alarm.NO_WORD + account, deciding.now().plus(NO_WORD_AFTER));
        deciding.because(account + ": withdrawing (" + why + ")");
    }

    /** The character says nothing, and that is as it should be. */
    public static void silent(Deciding deciding, AccountId account, Turn turn, String reason) {
        still(deciding, account, turn);
        close(deciding, account, turn, OutcomeKind.IGNORED, reason);
    }

    /** The character falls silent here until it is addressed. */
    public static void stop(Deciding deciding, AccountId account, Turn turn, String reason) {
        deciding.seat(account, deciding.seat(account).stopped(true));
        silent(deciding, account, turn, reason);
    }

    /** The character should have spoken and could not: whoever called it sees a reaction. */
    public static void fail(Deciding deciding, AccountId account, Turn turn, String reason) {
        if (turn.phase() == Phase.JUDGING) {
            deciding.because(account + ": " + reason);
            silent(deciding, account, turn, "judge failed");
            return;
        }
        Tell.sorry(deciding, account, turn);
        failQuietly(deciding, account, turn, reason);
    }

    /** The same, and nobody sees it. */
    static void failQuietly(Deciding deciding, AccountId account, Turn turn, String reason) {
        still(deciding, account, turn);
        close(deciding, account, turn, OutcomeKind.FAILED, reason);
    }

    private static void still(Deciding deciding, AccountId account, Turn turn) {
        if (turn.phase() != Phase.JUDGING) {
            Tell.typing(deciding, account, turn.id(), false);
        }
    }

    static void close(
            Deciding deciding, AccountId account, Turn turn, OutcomeKind kind, String reason) {
        for (Trigger trigger : turn.triggers()) {
            boolean moot = trigger.gone() && kind != OutcomeKind.REPLIED;
            deciding.outcome(
                    trigger.id(),
                    account,
                    moot ? OutcomeKind.IGNORED : kind,
                    moot ? Amend.DELETED : reason,
                    Optional.of(turn.id()));
        }
        if (kind == OutcomeKind.REPLIED) {
            Cooldown.answered(deciding, account, turn);
        }
        String word =
                switch (kind) {
                    case REPLIED -> "replied";
                    case IGNORED -> "ignored";
                    case FAILED -> "failed";
                };
        deciding.because(account + ": " + word + "(" + reason + ")");
        deciding.seat(account, deciding.seat(account).closed());
        deciding.alarms().cancel(Alarm.DEADLINE + account);
        deciding.alarms().cancel(Alarm.AGAIN + account);
        deciding.alarms().cancel(Alarm.NO_WORD + account);
        Gather.anew(deciding, account);
    }
}
