package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.Result;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A step that brought no answer: now, or for good. */
public final class Unanswered {
    private static final Duration SORRY_AGAIN = Duration.ofSeconds(10);

    private Unanswered() {}

    /** The step failed for good, and the turn with it. */
    public static void failed(Deciding deciding, Result.Failed failed) {
        AccountId account = failed.account();
        if (Done.failed(deciding, failed)) {
            return;
        }
        Optional<Turn> awaiting = Turns.awaiting(deciding, account, failed.step());
        if (awaiting.isEmpty()) {
            deciding.because(account + ": a result that came too late is noted");
            return;
        }
        Turn turn = awaiting.get();
        if (turn.calls().open().isPresent() && failed.kind() != FailureKind.TOO_LATE) {
            // The model can still say something without it.
            Turns.returned(deciding, account, turn, "(it failed: " + failed.reason() + ")");
            return;
        }
        boolean limit = failed.kind() == FailureKind.LIMIT;
        boolean quiet = deciding.policy().atTheCap() == Policy.AtTheCap.SILENCE;
        if (limit && (quiet || toldJustNow(deciding, account)) && turn.phase() != Phase.JUDGING) {
            Turns.failQuietly(deciding, account, turn, reason(turn, failed));
        } else {
            if (limit) {
                deciding.seat(account, deciding.seat(account).sorry(deciding.now()));
            }
            Turns.fail(deciding, account, turn, reason(turn, failed));
        }
    }

    /** Where many write, a reaction to each of them would be a flood of its own. */
    private static boolean toldJustNow(Deciding deciding, AccountId account) {
        return deciding.seat(account)
                .sorry()
                .filter(told -> told.plus(SORRY_AGAIN).isAfter(deciding.now()))
                .isPresent();
    }

    private static String reason(Turn turn, Result.Failed failed) {
        if (failed.kind() != FailureKind.TOO_LATE) {
            return failed.kind().name().toLowerCase(Locale.ROOT) + ": " + failed.reason();
        }
        return failed.attempts() > 0
                ? Ringing.TOO_LATE + ": " + failed.reason()
                : Ringing.tooLate(turn);
    }

    /** The step is to be asked again; if that is after the deadline, the deadline rings first. */
    public static void deferred(Deciding deciding, Result.Deferred deferred) {
        AccountId account = deferred.account();
        if (Done.deferred(deciding, deferred)) {
            return;
        }
        Optional<Turn> awaiting = Turns.awaiting(deciding, account, deferred.step());
        if (awaiting.isEmpty()) {
            deciding.because(account + ": a result that came too late is noted");
            return;
        }
        Turn turn = awaiting.get().putOff(deferred.reason());
        deciding.seat(account, deciding.seat(account).turn(turn));
        deciding.alarms().set(Alarm.AGAIN + account, deferred.until());
        deciding.because(
                account + ": deferred until " + deferred.until() + " (" + deferred.reason() + ")");
    }
}
