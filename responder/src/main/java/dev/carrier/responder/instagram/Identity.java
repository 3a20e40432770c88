package dev.carrier.responder.instagram;

import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.instagram.GraphClient;
import dev.carrier.instagram.Me;
import dev.carrier.instagram.error.GraphProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Asks once who the account is. Until Instagram has said it, the place tells as much as it knows.
 * Thread-safe; blocks.
 */
final class Identity {
    private final GraphClient graph;
    private final AtomicReference<@Nullable CompletableFuture<Optional<Own>>> asking =
            new AtomicReference<>();
    private volatile Optional<Own> known = Optional.empty();

    Identity(GraphClient graph) {
        this.graph = graph;
    }

    Own in(Place place) {
        return known.orElseGet(() -> ask(place));
    }

    /** Many may ask at once, after a start above all: one call is made for all of them. */
    private Own ask(Place place) {
        var mine = new CompletableFuture<Optional<Own>>();
        var before = asking.compareAndExchange(null, mine);
        if (before != null) {
            return before.join().orElseGet(() -> of(place));
        }
        try {
            known = known.isPresent() ? known : told();
            mine.complete(known);
        } finally {
            mine.complete(Optional.empty());
            asking.set(null);
        }
        return known.orElseGet(() -> of(place));
    }

    private Optional<Own> told() {
        try {
            Me me = graph.me();
            Set<String> ids = new HashSet<>(Set.of(me.id()));
            me.scopedId().ifPresent(ids::add);
            return Optional.of(
                    new Own(me.id(), ids, Optional.of(me.username()).filter(it -> !it.isEmpty())));
        } catch (GraphProblem unknownYet) {
            return Optional.empty();
        }
    }

    /** A conversation of direct messages is {@code instagram:dm:ACCOUNT:PERSON}. */
    private static Own of(Place place) {
        List<String> parts = List.of(place.conversation().value().split(":"));
        String id =
                place.kind() == PlaceKind.DM && parts.size() > 2
                        ? parts.get(2)
                        : place.guild().orElse("");
        return new Own(id, Set.of(id), place.guildName());
    }
}
