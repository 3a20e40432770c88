package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Ids;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.StepId;
import dev.carrier.contracts.TurnId;

/** How the ids of this stage come from what caused them. */
public final class Derived {
    private Derived() {}

    /** The turn that an event opens for an account. */
    public static TurnId turn(ConversationId in, AccountId account, EventId openedBy) {
        return new TurnId(Ids.derive("t", in.value(), account.value(), openedBy.value()));
    }

    static StepId step(TurnId turn, int round) {
        return new StepId(Ids.derive("s", turn.value(), Integer.toString(round)));
    }

    /** A part of the reply of a round, counted from 1. */
    public static ResponseId part(TurnId turn, int round, int part) {
        return new ResponseId(
                Ids.derive("r", turn.value(), Integer.toString(round), Integer.toString(part)));
    }

    /** Anything else that a turn sends: the words say what, and are different each time. */
    static ResponseId response(TurnId turn, String what, long sequence) {
        return new ResponseId(Ids.derive("r", turn.value(), what, Long.toString(sequence)));
    }

    /** A short mark of an event, to remember that it was seen: 48 bits. */
    static String mark(EventId event) {
        return Ids.derive("m", event.value()).substring(2, 14);
    }
}
