package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.contracts.ResponseId;
import java.time.Instant;
import java.util.Optional;

/** What the platform made of a response. A turn closes when its last delivery arrives. */
public final class Settle {
    private Settle() {}

    /** Takes in one delivery. */
    public static void delivered(Deciding deciding, Delivery delivery) {
        switch (delivery) {
            case Delivery.Accepted accepted -> {
                spoken(deciding, accepted);
                OwnWords.delivered(deciding, accepted.account(), accepted.event());
                settle(deciding, accepted.account(), accepted.response(), Optional.empty());
                OwnWords.settled(deciding, accepted.account());
            }
            case Delivery.Refused refused -> {
                passing(deciding, refused);
                settle(
                        deciding,
                        refused.account(),
                        refused.response(),
                        Optional.of(refused.reason()));
                OwnWords.settled(deciding, refused.account());
            }
            case Delivery.Stepped stepped -> Publishing.stepped(deciding, stepped);
            case Delivery.StepFailed failed -> PublishingTrouble.failed(deciding, failed);
            case Delivery.Unknown unknown ->
                    deciding.because("dropped: unknown kind " + unknown.type());
        }
    }

    /** What a refusal says beyond its own response. */
    private static void passing(Deciding deciding, Delivery.Refused refused) {
        AccountId account = refused.account();
        refused.barredUntil()
                .ifPresent(until ->
                        deciding.seat(
                                account, deciding.seat(account).barred(refused.reason(), until)));
        boolean answers =
                deciding.seat(account)
                        .turn()
                        .filter(turn -> turn.pending().contains(refused.response()))
                        .filter(turn -> turn.accepted() == 0)
                        .isPresent();
        if (answers) {
            refused.retryAt().ifPresent(at -> deciding.alarms().set(Alarm.AGAIN + account, at));
        }
    }

    private static void spoken(Deciding deciding, Delivery.Accepted accepted) {
        boolean gone = deciding.gone().contains(Derived.mark(accepted.event()));
        boolean talk = !Pairing.told(deciding, accepted.account(), accepted.response());
        if (!accepted.text().isBlank() && !gone && talk) {
            Line line =
                    new Line(
                            accepted.event(),
                            accepted.at(),
                            accepted.by(),
                            accepted.name(),
                            AuthorKind.BOT,
                            Optional.of(accepted.account()),
                            accepted.text(),
                            Optional.empty());
            deciding.window(
                    Talk.with(
                            deciding.window(), line, deciding.policy().window(), deciding.owed()));
            AccountId account = accepted.account();
            LoopBreaker.known(deciding, account, accepted.by());
            deciding.seat(account, deciding.seat(account).spoke(deciding.now()));
        }
    }

    private static void settle(
            Deciding deciding, AccountId account, ResponseId response, Optional<String> refused) {
        Optional<Turn> open =
                deciding.seat(account).turn().filter(turn -> turn.pending().contains(response));
        if (open.isEmpty()) {
            if (!Commands.delivered(deciding, response, refused)
                    && !Orders.delivered(deciding, response, refused)) {
                deciding.because(account + ": delivery noted");
            }
            return;
        }
        Turn turn = open.get().delivered(response, refused);
        deciding.seat(account, deciding.seat(account).turn(turn));
        if (turn.pending().isEmpty()) {
            finish(deciding, account, turn);
        } else {
            deciding.because(account + ": " + turn.pending().size() + " deliveries to come");
        }
    }

    private static void finish(Deciding deciding, AccountId account, Turn turn) {
        if (turn.accepted() == turn.parts()) {
            Turns.close(deciding, account, turn, OutcomeKind.REPLIED, turn.reason());
        } else if (turn.accepted() > 0) {
            String why = "partly: " + turn.refusal().orElse("no word of the rest");
            Turns.close(deciding, account, turn, OutcomeKind.REPLIED, why);
        } else if (turn.allGone()) {
            Turns.silent(deciding, account, turn, Amend.DELETED);
        } else if (turn.again() && deciding.now().isBefore(turn.deadline())) {
            // Its typing ended with the withdrawal.
            Tell.typing(deciding, account, turn.id(), true);
            Turns.rethink(deciding, account, Turns.dropped(deciding, account, turn));
        } else if (deciding.alarms().isSet(Alarm.AGAIN + account)) {
            putOff(deciding, account, turn);
        } else {
            unsent(deciding, account, turn);
        }
    }

    /** It was refused for a while only: asked again then, with the window as it is by then. */
    private static void putOff(Deciding deciding, AccountId account, Turn turn) {
        String why = turn.refusal().orElse("not now");
        Instant again = deciding.alarms().due(Alarm.AGAIN + account);
        if (turn.withdrawn().isPresent()) {
            unsent(deciding, account, turn);
        } else if (again.isBefore(turn.deadline())) {
            deciding.seat(account, deciding.seat(account).turn(turn.puttingOff()));
            Tell.typing(deciding, account, turn.id(), false);
            deciding.because(account + ": put off until " + again + " (" + why + ")");
        } else {
            Turns.fail(deciding, account, turn, Ringing.TOO_LATE + ": " + why);
        }
    }

    private static void unsent(Deciding deciding, AccountId account, Turn turn) {
        String withdrawn = turn.withdrawn().orElse("");
        switch (withdrawn) {
            case Change.PAUSED, Change.NOT_IN_THE_CAST, OwnWords.HUMAN ->
                    Turns.silent(deciding, account, turn, withdrawn);
            case Ringing.TOO_LATE, Amend.EDITED, Amend.DELETED ->
                    Turns.fail(deciding, account, turn, Ringing.TOO_LATE);
            default ->
                    Turns.fail(
                            deciding,
                            account,
                            turn,
                            "refused: " + turn.refusal().orElse("no word from the platform"));
        }
    }

    /** Of what was withdrawn no word came: the turn ends with what is known. */
    static void noWord(Deciding deciding, AccountId account, Turn turn) {
        finish(deciding, account, turn.silenced());
        OwnWords.settled(deciding, account);
    }
}
