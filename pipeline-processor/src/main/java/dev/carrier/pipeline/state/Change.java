package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.PolicyHash;
import java.util.ArrayList;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Another version of the policy is in force. Each conversation notices by itself, before the first
 * input under it; only an account that is paused or gone makes a difference to what is open.
 */
public final class Change {
    static final String PAUSED = "paused";
    static final String NOT_IN_THE_CAST = "not in the cast";

    private Change() {}

    /** Whether the conversation was last handled under another version; if so, which is new. */
    public static Optional<Input.Changed> noticed(Conversation before, Context context) {
        return before.policy()
                .filter(last -> !last.equals(context.version()))
                .map(last -> new Input.Changed(context.version()));
    }

    /** Takes the new version into account. */
    public static void changed(Deciding deciding, PolicyHash version) {
        deciding.because("policy " + version);
        SortedSet<AccountId> accounts = new TreeSet<>(deciding.seats().keySet());
        deciding.waiting().forEach(message -> accounts.addAll(message.waiting()));
        for (AccountId account : accounts) {
            why(deciding, account).ifPresent(reason -> leave(deciding, account, reason));
        }
        Gather.clockIfKnown(deciding);
    }

    private static Optional<String> why(Deciding deciding, AccountId account) {
        if (deciding.policy().paused().contains(account)) {
            return Optional.of(PAUSED);
        }
        return deciding.policy().cast().containsKey(account)
                ? Optional.empty()
                : Optional.of(NOT_IN_THE_CAST);
    }

    private static void leave(Deciding deciding, AccountId account, String reason) {
        for (Gathered message : new ArrayList<>(deciding.waiting())) {
            if (message.waiting().contains(account)) {
                EventId ended = message.id();
                deciding.ignored(ended, account, reason);
            }
        }
        deciding.waiting(message ->
                message.waiting().contains(account) ? message.decided(account) : message);
        Gather.broken(deciding, account);
        deciding.seat(account).turn().ifPresent(turn -> leave(deciding, account, turn, reason));
    }

    private static void leave(Deciding deciding, AccountId account, Turn turn, String reason) {
        if (turn.phase() != Phase.SENDING) {
            Turns.silent(deciding, account, turn, reason);
        } else if (turn.accepted() == 0 && turn.withdrawn().isEmpty()) {
            Turns.withdraw(deciding, account, turn, reason, false);
        } else if (turn.accepted() == 0) {
            deciding.seat(account, deciding.seat(account).turn(turn.calledOff(reason)));
        }
    }
}
