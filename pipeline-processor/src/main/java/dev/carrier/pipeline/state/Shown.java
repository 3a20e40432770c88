package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Line;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What of the talk a turn is shown. Pure. */
final class Shown {
    private Shown() {}

    /**
     * The newest messages and those that it answers. Not what else is kept for being unanswered:
     * older messages are the business of others' turns, and what calls the account meanwhile gets a
     * turn of its own, which would have nothing left to say.
     */
    static List<Line> to(Turn turn, AccountId account, Deciding deciding) {
        List<Line> window = deciding.window();
        Set<EventId> own =
                turn.triggers().stream().map(Trigger::id).collect(Collectors.toUnmodifiableSet());
        Set<EventId> next =
                deciding.waiting().stream()
                        .filter(message -> message.waiting().contains(account))
                        .filter(message -> message.call(account).isPresent())
                        .map(Gathered::id)
                        .collect(Collectors.toUnmodifiableSet());
        int newest = window.size() - deciding.policy().window().messages();
        return IntStream.range(0, window.size())
                .filter(at -> {
                    EventId id = window.get(at).id();
                    return own.contains(id) || (at >= newest && !next.contains(id));
                })
                .mapToObj(window::get)
                .toList();
    }
}
