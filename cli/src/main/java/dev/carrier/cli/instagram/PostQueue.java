package dev.carrier.cli.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Post;
import dev.carrier.contracts.PublishStep;
import dev.carrier.contracts.TurnId;
import dev.carrier.pipeline.state.Derived;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What an account has not published yet, out of what is recorded of its publishing. Pure. */
final class PostQueue {
    /**
     * A post that was ordered and has not ended.
     *
     * @param reached the last step that is done; empty before the first
     * @param waiting until when it is held, and why; empty when nothing is known to hold it
     */
    record Open(
            EventId order,
            Instant orderedAt,
            Post post,
            Optional<PublishStep> reached,
            Optional<Waiting> waiting) {}

    private PostQueue() {}

    /**
     * In the order of their orders.
     *
     * @param in the account's publishing
     * @param events of that conversation, as are the others
     */
    static List<Open> of(
            ConversationId in,
            AccountId account,
            List<Event> events,
            List<Delivery> deliveries,
            List<JournalRecord.Entry> journal) {
        var ended = new TreeSet<EventId>();
        journal.forEach(entry -> entry.outcomes().forEach(one -> ended.add(one.event())));
        Map<TurnId, PublishStep> reached = new HashMap<>();
        for (Delivery delivery : deliveries) {
            if (delivery instanceof Delivery.Stepped done) {
                reached.put(done.turn(), done.step());
            }
        }
        Optional<Waiting> held =
                journal.isEmpty() ? Optional.empty() : Waiting.in(journal.getLast().reason());
        var seen = new TreeSet<EventId>();
        List<Open> open = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.PostOrdered order
                    && order.heardBy().stream().anyMatch(one -> one.account().equals(account))
                    && !ended.contains(order.id())
                    && seen.add(order.id())) {
                TurnId turn = Derived.turn(in, account, order.id());
                Optional<PublishStep> step = Optional.ofNullable(reached.get(turn));
                open.add(
                        new Open(
                                order.id(),
                                order.at(),
                                order.post(),
                                step,
                                waiting(order, step, held)));
            }
        }
        return open;
    }

    /** What is begun is what is held; what is not begun waits for its time at most. */
    private static Optional<Waiting> waiting(
            Event.PostOrdered order, Optional<PublishStep> step, Optional<Waiting> held) {
        return step.isPresent()
                ? held
                : order.post().notBefore().map(at -> new Waiting(at, "ordered for then"));
    }

    /** How many containers were made, of those deliveries. */
    static long containers(List<Delivery> deliveries, Instant since) {
        return deliveries.stream()
                .filter(one ->
                        one instanceof Delivery.Stepped done
                                && done.step() == PublishStep.CREATE
                                && !done.found()
                                && done.at().isAfter(since))
                .count();
    }
}
