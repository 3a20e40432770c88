package dev.carrier.pipeline.state;

import dev.carrier.contracts.TurnId;
import java.time.Instant;
import java.util.Optional;

/**
 * An account's place in a conversation that it hears.
 *
 * @param turn the turn that is open
 * @param stopped it was told to be quiet, and is until it is addressed
 * @param spoke when it last said something
 * @param typing the turn for which typing is shown already while messages are gathered
 */
public record Seat(
        Optional<Turn> turn, boolean stopped, Optional<Instant> spoke, Optional<TurnId> typing) {
    /** A seat in which nothing happened yet. */
    public static final Seat FREE =
            new Seat(Optional.empty(), false, Optional.empty(), Optional.empty());

    /** Something goes on in it. */
    boolean open() {
        return turn.isPresent() || typing.isPresent();
    }

    Seat turn(Turn open) {
        return new Seat(Optional.of(open), stopped, spoke, Optional.empty());
    }

    Seat closed() {
        return new Seat(Optional.empty(), stopped, spoke, typing);
    }

    Seat stopped(boolean quiet) {
        return new Seat(turn, quiet, spoke, typing);
    }

    Seat spoke(Instant at) {
        return new Seat(turn, stopped, Optional.of(at), typing);
    }

    Seat typing(Optional<TurnId> promised) {
        return new Seat(turn, stopped, spoke, promised);
    }
}
