package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.PolicyHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Another version of the policy is in force. Each conversation notices by itself, before the first
 * input under it; only an account that is paused or gone makes a difference to what is open, and
 * where something is open that difference is not waited for.
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

    /** Whether the version in force is new to the conversation and ends something that is open. */
    public static boolean ends(Conversation before, Context context) {
        return noticed(before, context).isPresent()
                && concerned(before.seats().keySet(), before.waiting()).stream()
                        .anyMatch(account ->
                                why(context.policy(), account).isPresent()
                                        && (before.seat(account).open()
                                                || awaits(before.waiting(), account)));
    }

    /** Takes the new version into account. */
    public static void changed(Deciding deciding, PolicyHash version) {
        deciding.because("policy " + version);
        for (AccountId account : concerned(deciding.seats().keySet(), deciding.waiting())) {
            why(deciding.policy(), account).ifPresent(reason -> leave(deciding, account, reason));
        }
        Gather.clockIfKnown(deciding);
    }

    private static SortedSet<AccountId> concerned(Set<AccountId> seated, List<Gathered> waiting) {
        SortedSet<AccountId> accounts = new TreeSet<>(seated);
        waiting.forEach(message -> accounts.addAll(message.waiting()));
        return accounts;
    }

    private static boolean awaits(List<Gathered> waiting, AccountId account) {
        return waiting.stream().anyMatch(message -> message.waiting().contains(account));
    }

    private static Optional<String> why(Policy policy, AccountId account) {
        if (policy.paused().contains(account)) {
            return Optional.of(PAUSED);
        }
        return policy.cast().containsKey(account) ? Optional.empty() : Optional.of(NOT_IN_THE_CAST);
    }

    /** The account says nothing of what is open here. */
    static void leave(Deciding deciding, AccountId account, String reason) {
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
        } else if (turn.withdrawn().isEmpty()) {
            // What people have read stands, and the rest of it is not sent.
            Turns.withdraw(deciding, account, turn, reason, false);
        } else if (turn.accepted() == 0) {
            deciding.seat(account, deciding.seat(account).turn(turn.calledOff(reason)));
        }
    }
}
