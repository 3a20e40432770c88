package dev.carrier.pipeline.state;

import dev.carrier.contracts.TurnId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An account's place in a conversation that it hears.
 *
 * @param turn the turn that is open
 * @param stopped it was told to be quiet, and is until it is addressed
 * @param spoke when it last said something
 * @param typing the turn for which typing is shown already while messages are gathered
 * @param answered who was answered lately, where there is a cooldown; oldest first
 * @param asking in a DM that is not answered: how its person was told to be let in
 * @param barred the platform lets it say nothing here
 * @param sorry when people were last shown that a limit is reached
 * @param voice which of its own words are known, where people may write as the account; absent
 *     where nothing was said yet
 */
public record Seat(
        Optional<Turn> turn,
        boolean stopped,
        Optional<Instant> spoke,
        Optional<TurnId> typing,
        List<Answered> answered,
        Optional<Asking> asking,
        Optional<Barred> barred,
        Optional<Instant> sorry,
        Optional<Voice> voice) {
    /** A seat in which nothing happened yet. */
    public static final Seat FREE =
            new Seat(
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public Seat {
        // A state of an earlier build has none.
        answered = answered == null ? List.of() : List.copyOf(answered);
    }

    /**
     * What the account says here the platform refuses, whatever it is.
     *
     * @param why for the operator
     * @param until then it is tried again
     */
    public record Barred(String why, Instant until) {}

    /** Something goes on in it. */
    boolean open() {
        return turn.isPresent() || typing.isPresent();
    }

    Seat turn(Turn open) {
        return new Seat(
                Optional.of(open),
                stopped,
                spoke,
                Optional.empty(),
                answered,
                asking,
                barred,
                sorry,
                voice);
    }

    Seat closed() {
        return new Seat(
                Optional.empty(), stopped, spoke, typing, answered, asking, barred, sorry, voice);
    }

    Seat stopped(boolean quiet) {
        return new Seat(turn, quiet, spoke, typing, answered, asking, barred, sorry, voice);
    }

    /** It said something, so it may. */
    Seat spoke(Instant at) {
        return new Seat(
                turn,
                stopped,
                Optional.of(at),
                typing,
                answered,
                asking,
                Optional.empty(),
                sorry,
                voice);
    }

    Seat typing(Optional<TurnId> promised) {
        return new Seat(turn, stopped, spoke, promised, answered, asking, barred, sorry, voice);
    }

    Seat answered(List<Answered> people) {
        return new Seat(turn, stopped, spoke, typing, people, asking, barred, sorry, voice);
    }

    Seat asking(Asking person) {
        return new Seat(
                turn, stopped, spoke, typing, answered, Optional.of(person), barred, sorry, voice);
    }

    Seat barred(String why, Instant until) {
        Optional<Barred> bar = Optional.of(new Barred(why, until));
        return new Seat(turn, stopped, spoke, typing, answered, asking, bar, sorry, voice);
    }

    Seat sorry(Instant at) {
        return new Seat(
                turn, stopped, spoke, typing, answered, asking, barred, Optional.of(at), voice);
    }

    Seat voice(Voice now) {
        return new Seat(
                turn,
                stopped,
                spoke,
                typing,
                answered,
                asking,
                barred,
                sorry,
                Optional.of(now).filter(one -> !one.equals(Voice.NONE)));
    }
}
