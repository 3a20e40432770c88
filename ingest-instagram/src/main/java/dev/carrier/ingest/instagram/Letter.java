package dev.carrier.ingest.instagram;

import dev.carrier.contracts.Address;
import dev.carrier.contracts.Author;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What everything that comes into an inbox has.
 *
 * @param self whose inbox it is
 * @param own the account itself caused it
 * @param person at the other end, by the id that this account sees
 * @param name of that person
 * @param at when it happened
 * @param standby another app holds the conversation
 * @param late it was found long after it was written
 */
record Letter(
        Self self,
        boolean own,
        String person,
        Optional<String> name,
        Instant at,
        boolean standby,
        boolean late) {
    private static final String ELSEWHERE = "another app has this conversation";

    Place in() {
        return Names.dm(self, person);
    }

    /** Who caused it. */
    Author by() {
        if (own) {
            return new Author(Names.person(self.id()), self.username(), AuthorKind.BOT, List.of());
        }
        return new Author(
                Names.person(person),
                name.orElse("somebody"),
                self.isOfCast(name) ? AuthorKind.BOT : AuthorKind.PERSON,
                List.of());
    }

    /** Whoever writes into an account's inbox is one for whom it is there. */
    List<Hearing> heard(Set<Address> address) {
        return List.of(
                new Hearing(
                        self.account(),
                        own,
                        own ? new TreeSet<>() : new TreeSet<>(address),
                        false,
                        !own,
                        late,
                        Optional.empty(),
                        standby ? Optional.of(ELSEWHERE) : Optional.empty(),
                        Optional.empty()));
    }

    List<Hearing> heard() {
        return heard(Set.of());
    }
}
