package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
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

/** How turns open, ask, send and close. */
public final class Turns {
    /** How long a withdrawn part is waited for: a responder holds a record 120 s at most. */
    private static final Duration NO_WORD_AFTER = Duration.ofMinutes(10);

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
        deciding.alarm(Alarm.DEADLINE + account, turn.deadline());
        if (phase == Phase.THINKING && promised.isEmpty()) {
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

    /** What it answers has changed: asks again, and the answer to the old question is too late. */
    static void rethink(Deciding deciding, AccountId account, Turn turn) {
        Phase phase = turn.phase() == Phase.JUDGING ? Phase.JUDGING : Phase.THINKING;
        next(deciding, account, turn.nextRound(phase, true));
    }

    private static void next(Deciding deciding, AccountId account, Turn turn) {
        deciding.cancel(Alarm.AGAIN + account);
        deciding.cancel(Alarm.NO_WORD + account);
        deciding.seat(account, deciding.seat(account).turn(turn));
        ask(deciding, account, turn);
    }

    private static void ask(Deciding deciding, AccountId account, Turn turn) {
        Policy policy = deciding.policy();
        Policy.Cast cast = Objects.requireNonNull(policy.cast().get(account), "in the cast");
        String own = deciding.ways().model().orElse(cast.model());
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
                                List.copyOf(deciding.window()),
                                turn.triggers().stream().map(Trigger::id).toList(),
                                turn.triggers().stream().map(Trigger::by).distinct().toList(),
                                deciding.ways().prompt(),
                                turn.reason(),
                                deciding.now(),
                                turn.deadline(),
                                turn.round())));
        deciding.because(
                account + ": " + (judging ? "judging" : "thinking") + " (" + turn.reason() + ")");
    }

    /** The parts of the reply are on their way; the turn closes with the last delivery. */
    public static void sending(
            Deciding deciding, AccountId account, Turn turn, List<ResponseId> parts) {
        deciding.cancel(Alarm.AGAIN + account);
        deciding.seat(account, deciding.seat(account).turn(turn.sending(parts)));
        deciding.because(account + ": sending " + parts.size() + " (" + turn.reason() + ")");
    }

    static void withdraw(
            Deciding deciding, AccountId account, Turn turn, String why, boolean again) {
        Tell.withdraw(deciding, account, turn, why);
        deciding.seat(account, deciding.seat(account).turn(turn.withdrawing(why, again)));
        deciding.alarm(Alarm.NO_WORD + account, deciding.now().plus(NO_WORD_AFTER));
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
        String word =
                switch (kind) {
                    case REPLIED -> "replied";
                    case IGNORED -> "ignored";
                    case FAILED -> "failed";
                };
        deciding.because(account + ": " + word + "(" + reason + ")");
        deciding.seat(account, deciding.seat(account).closed());
        deciding.cancel(Alarm.DEADLINE + account);
        deciding.cancel(Alarm.AGAIN + account);
        deciding.cancel(Alarm.NO_WORD + account);
        Gather.anew(deciding, account);
    }
}
