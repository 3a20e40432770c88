package dev.carrier.pipeline.state;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Policy;
import java.time.Duration;
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
 * @param following more of what was missed is to come, and until when that is believed
 */
public record Gathering(
        Instant first,
        Instant last,
        Optional<EventId> burst,
        SortedMap<PersonId, Instant> typing,
        Optional<Instant> following) {
    /** What was missed comes in one rush, but a rush may stop for a while. */
    private static final Duration RUSH = Duration.ofSeconds(30);

    public Gathering {
        typing = Collections.unmodifiableSortedMap(new TreeMap<>(typing));
    }

    static Gathering begun(Instant at) {
        return new Gathering(at, at, Optional.empty(), new TreeMap<>(), Optional.empty());
    }

    /** A message came: its author has stopped typing. */
    Gathering said(EventId message, PersonId by, Instant at) {
        SortedMap<PersonId, Instant> others = new TreeMap<>(typing);
        others.remove(by);
        return new Gathering(first, at, Optional.of(burst.orElse(message)), others, following);
    }

    Gathering typed(PersonId by, Instant until) {
        SortedMap<PersonId, Instant> all = new TreeMap<>(typing);
        all.put(by, until);
        return new Gathering(first, last, burst, all, following);
    }

    /** A message was heard, whoever may answer it: whether more of what was missed follows. */
    Gathering followed(boolean more, Instant now) {
        Optional<Instant> until = more ? Optional.of(now.plus(RUSH)) : Optional.empty();
        return new Gathering(first, last, burst, typing, until);
    }

    /** When it ends if nothing more comes. */
    Instant due(Policy.Gather gather) {
        if (following.isPresent()) {
            return following.get();
        }
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
