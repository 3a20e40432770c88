package dev.carrier.pipeline.state;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Policy;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Messages are being collected before anybody decides.
 *
 * @param first when it began
 * @param last when the last message came
 * @param burst its first message, which names it; absent until one comes
 * @param typing authors of what is gathered who type, and until when that is believed
 */
public record Gathering(
        Instant first, Instant last, Optional<EventId> burst, SortedMap<PersonId, Instant> typing) {
    public Gathering {
        typing = Collections.unmodifiableSortedMap(new TreeMap<>(typing));
    }

    static Gathering begun(Instant at) {
        return new Gathering(at, at, Optional.empty(), new TreeMap<>());
    }

    /** A message came: its author has stopped typing. */
    Gathering said(EventId message, PersonId by, Instant at) {
        SortedMap<PersonId, Instant> others = new TreeMap<>(typing);
        others.remove(by);
        return new Gathering(first, at, Optional.of(burst.orElse(message)), others);
    }

    Gathering typed(PersonId by, Instant until) {
        SortedMap<PersonId, Instant> all = new TreeMap<>(typing);
        all.put(by, until);
        return new Gathering(first, last, burst, all);
    }

    /** When it ends if nothing more comes. */
    Instant due(Policy.Gather gather) {
        Instant due = last.plus(gather.quiet());
        if (gather.whileTyping()) {
            for (Instant until : typing.values()) {
                due = due.isBefore(until) ? until : due;
            }
        }
        Instant cap = first.plus(gather.atMost());
        return due.isAfter(cap) ? cap : due;
    }
}
