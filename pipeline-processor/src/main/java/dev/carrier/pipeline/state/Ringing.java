package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What happens when an alarm is due. */
public final class Ringing {
    static final Duration IDLE_AFTER = Duration.ofDays(2);
    static final String TOO_LATE = "too late";

    private Ringing() {}

    /** Rings one alarm; gives whether the conversation is to be let go. */
    public static boolean rang(Deciding deciding, Input.Rang rang) {
        Alarm alarm = deciding.before().alarms().get(rang.alarm());
        if (alarm == null
                || alarm.generation() != rang.generation()
                || !deciding.alarms().isSet(rang.alarm())) {
            deciding.because("an alarm that was set anew or cleared");
            return false;
        }
        deciding.alarms().cancel(alarm.id());
        deciding.because("rang " + alarm.id());
        switch (alarm.id()) {
            case Alarm.GATHERED -> Gather.end(deciding);
            case Alarm.PUBLISHING -> Publishing.goOn(deciding);
            case Alarm.STEP -> PublishingTrouble.noWord(deciding);
            case Alarm.IDLE -> {
                return idle(deciding);
            }
            default -> {
                forTurn(deciding, alarm, Alarm.DEADLINE, (one, turn) -> late(deciding, one, turn));
                forTurn(
                        deciding,
                        alarm,
                        Alarm.AGAIN,
                        (one, turn) -> Turns.again(deciding, one, turn));
                forTurn(
                        deciding,
                        alarm,
                        Alarm.NO_WORD,
                        (one, turn) -> Settle.noWord(deciding, one, turn));
                if (alarm.id().startsWith(Alarm.COMMAND)) {
                    Commands.noWord(deciding, alarm.id().substring(Alarm.COMMAND.length()));
                }
                if (alarm.id().startsWith(Alarm.ERRAND)) {
                    Orders.noWord(deciding, alarm.id().substring(Alarm.ERRAND.length()));
                }
            }
        }
        return false;
    }

    private static void forTurn(
            Deciding deciding, Alarm alarm, String prefix, BiConsumer<AccountId, Turn> what) {
        if (alarm.id().startsWith(prefix)) {
            AccountId account = new AccountId(alarm.id().substring(prefix.length()));
            Optional<Turn> turn = deciding.seat(account).turn();
            turn.ifPresent(open -> what.accept(account, open));
        }
    }

    private static void late(Deciding deciding, AccountId account, Turn turn) {
        if (turn.phase() == Phase.SENDING) {
            Turns.withdraw(deciding, account, turn, TOO_LATE, false);
        } else {
            Turns.fail(deciding, account, turn, tooLate(turn));
        }
    }

    /** With what it was put off for, where it was. */
    static String tooLate(Turn turn) {
        return turn.putOffs().why().map(why -> TOO_LATE + ": " + why).orElse(TOO_LATE);
    }

    private static boolean idle(Deciding deciding) {
        boolean open = deciding.seats().values().stream().anyMatch(seat -> seat.turn().isPresent());
        boolean ordered =
                !deciding.errands().isEmpty()
                        || deciding.desk().filter(desk -> !desk.posts().isEmpty()).isPresent();
        if (open || ordered || !deciding.waiting().isEmpty() || !deciding.commands().isEmpty()) {
            deciding.alarms().set(Alarm.IDLE, deciding.now().plus(IDLE_AFTER));
            return false;
        }
        deciding.because("idle: let go");
        return true;
    }
}
