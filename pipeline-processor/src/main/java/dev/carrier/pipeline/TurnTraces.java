package dev.carrier.pipeline;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.TurnId;
import dev.carrier.pipeline.state.Conversation;
import dev.carrier.runtime.trace.Traces;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells of turns as traces: the whole, and what was gathered before it. Thread-safe. */
final class TurnTraces implements Witness, TurnWatch.Watcher {
    private final Traces traces;
    private final TurnWatch turns = new TurnWatch(this);

    TurnTraces(Traces traces) {
        this.traces = traces;
    }

    @Override
    public void handled(Conversation before, Handled handled, Duration waited) {
        if (traces.on()) {
            turns.look(before, handled.after(), handled.entry().handledAt());
        }
    }

    @Override
    public void opened(Conversation in, TurnId turn, AccountId account, Instant first, Instant at) {
        traces.opened(turn, first, at);
    }

    /** A turn that another process opened is as long as what is known of it: a moment. */
    @Override
    public void closed(
            Conversation in, TurnId turn, AccountId account, Optional<Instant> first, Instant at) {
        traces.closed(turn, account, in.id(), first.orElse(at), at);
    }
}
