package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.OutcomeKind;
import java.util.List;
import java.util.Optional;

/** Decisions about inputs that could not be read or done: as little as possible changes. */
public final class Spoilt {
    private static final String PUT_ASIDE = "put aside: ";

    private Spoilt() {}

    /** An event that ends as {@code failed(bug)} for those who heard it and do not know it yet. */
    public static Decision event(
            Conversation before,
            Context context,
            EventId event,
            List<AccountId> heardBy,
            String reason) {
        Deciding deciding = began(before, context, reason);
        for (AccountId account : heardBy) {
            if (!deciding.seen().said(event, account) && !deciding.seen().noted(event, account)) {
                // Each kind where its next delivery will be looked for.
                deciding.seen(
                        event.value().contains(":said:") || Commands.isCommand(event)
                                ? deciding.seen().saying(event, account)
                                : deciding.seen().noting(event, account));
                deciding.outcome(
                        event, account, OutcomeKind.FAILED, "bug: " + reason, Optional.empty());
            }
        }
        deciding.active();
        return deciding.done();
    }

    /** Nobody can be told. */
    public static Decision noted(Conversation before, Context context, String reason) {
        Deciding deciding = began(before, context, reason);
        deciding.active();
        return deciding.done();
    }

    /** Another version of the policy is noticed with this input too, or it would be missed. */
    private static Deciding began(Conversation before, Context context, String reason) {
        Deciding deciding = new Deciding(before, context);
        deciding.because(PUT_ASIDE + reason);
        Change.noticed(before, context)
                .ifPresent(change -> Change.changed(deciding, change.version()));
        return deciding;
    }

    /** Not even that could be done. */
    public static Decision leftAsItIs(Conversation before, String reason) {
        return new Decision(
                before, Optional.empty(), List.of(), List.of(), List.of(), PUT_ASIDE + reason);
    }

    /** The same decision, with the reason for which it was taken in place of another. */
    public static Decision because(Decision decision, String reason) {
        return new Decision(
                decision.after(),
                decision.measured(),
                decision.outputs(),
                decision.alarms(),
                decision.outcomes(),
                PUT_ASIDE + reason + "; " + decision.reason());
    }
}
