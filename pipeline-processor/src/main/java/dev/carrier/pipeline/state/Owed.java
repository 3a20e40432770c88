package dev.carrier.pipeline.state;

import dev.carrier.contracts.EventId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The messages to which somebody may still be owed an answer: they call a character that has not
 * decided, or an open turn answers them.
 */
final class Owed {
    private Owed() {}

    static Set<EventId> of(List<Gathered> waiting, Collection<Seat> seats) {
        Set<EventId> owed = new HashSet<>();
        waiting.stream().filter(Gathered::callsAnybody).map(Gathered::id).forEach(owed::add);
        for (Seat seat : seats) {
            seat.turn()
                    .ifPresent(turn ->
                            turn.triggers().stream()
                                    .filter(trigger -> trigger.addressed() && !trigger.gone())
                                    .map(Trigger::id)
                                    .forEach(owed::add));
        }
        return owed;
    }
}
